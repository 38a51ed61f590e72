package dev.ashlar.struct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LayoutTableTest {
    @Test
    void of_whenHolesBetweenAndAtTheEnd_showsThem() {
        List<StructComponent> components = List.of(
                StructComponent.value("id", "int", StorageType.I32, 0),
                StructComponent.value("height", "double", StorageType.F64, 8),
                StructComponent.text("name", 16).times(20));
        assertThat(LayoutTable.of("p.Person", 40, 8, components)).isEqualTo("""
                        p.Person: 40 bytes, aligned to 8, 8 of them padding
                        offset  size  component  type    stored as
                             0     4  id         int     I32
                             4     4  (padding)
                             8     8  height     double  F64
                            16    20  name       String  U8[20]
                            36     4  (padding)""");
    }

    @Test
    void of_whenNoHoles_hasNoPaddingRows() {
        List<StructComponent> components = List.of(StructComponent.value("flag", "boolean", StorageType.U8, 0));
        assertThat(LayoutTable.of("Flag", 1, 1, components)).isEqualTo("""
                        Flag: 1 bytes, aligned to 1, 0 of them padding
                        offset  size  component  type     stored as
                             0     1  flag       boolean  U8""");
    }
}
