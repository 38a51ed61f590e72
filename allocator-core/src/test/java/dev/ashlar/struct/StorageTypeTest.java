package dev.ashlar.struct;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StorageTypeTest {
    @ParameterizedTest
    @EnumSource
    void layout_agreesWithSizeAndAlignment(StorageType type) {
        assertThat(type.layout().byteSize()).isEqualTo(type.byteSize());
        assertThat(type.layout().byteAlignment()).isEqualTo(type.byteAlignment());
        assertThat(type.layout().order()).isEqualTo(ByteOrder.LITTLE_ENDIAN);
        assertThat(type.name()).endsWith(Integer.toString(8 * type.byteSize()));
    }
}
