package dev.ashlar.processor;

import static dev.ashlar.processor.Snippet.inPackage;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Unions without a tag: what can be an arm, and what C sees of them. */
class ArmsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    int raw | ArmType | make it Integer, which can be null
                    boolean raw | ArmType | make it Boolean, which can be null
                    OptionalInt raw | ArmType | make it Integer, which can be null
                    OptionalDouble raw | ArmType | make it Double, which can be null
                    @Absent("-1") Integer raw | ArmAbsent | remove @Absent
                    @Tail String raw | ArmTail | give it a @Length
                    @Tail int[] raw | ArmTail | give it a @Length
                    List<String> raw | ComponentType | 'raw'
                    """)
    void arm_whenARecordCannotLeaveItOut_isRefused(String arm, String tag, String remedy) {
        Compiled compiled = Compiled.of(inPackage("""
                import java.util.*;

                @Struct(union = true)
                record Value(Float value, %s) {}
                """.formatted(arm)));
        assertThat(compiled.onlyError())
                .startsWith("[Ashlar:" + tag + "]")
                .contains(remedy)
                .contains("raw");
    }

    @Test
    void interface_whichIsAUnionAlready_isRefused() {
        Compiled compiled = Compiled.of(inPackage("""
                @Struct(union = true)
                sealed interface Shape {
                    @Struct @Code(1) record Circle(double radius) implements Shape {}
                }
                """));
        assertThat(compiled.onlyError()).startsWith("[Ashlar:ArmsOfInterface]");
    }

    @Test
    void columns_ofAUnion_areRefused() {
        assertThat(Compiled.of(inPackage("@Struct(union = true, columns = true) record Value(Float f, Integer i) {}"))
                        .onlyError())
                .startsWith("[Ashlar:ColumnsUnion] union 'p.Value'");
        assertThat(Compiled.of(
                                inPackage("@Struct(union = true) record Value(Float f, Integer i) {}"),
                                inPackage("@Struct(columns = true) record Cell(int row, Value value) {}"))
                        .onlyError())
                .startsWith("[Ashlar:ColumnsComponent] component 'p.Cell.value' is the union Value");
    }

    @Test
    void header_ofAUnion_isAUnion(@TempDir Path folder) throws IOException {
        Compiled compiled = Compiled.withOptions(
                List.of("-Aashlar.headers=true"),
                inPackage("@Struct record Point(short x, short y) {}"),
                inPackage("""
                        @Struct(union = true)
                        @LayoutCheck(size = 8, alignment = 8)
                        record Value(Float f, Double d, Point point, @Bits(3) Integer low, @Length(7) byte[] bytes) {}
                        """),
                inPackage("@Struct record Cell(int row, Value value) {}"));
        HeaderCompilation compilation = HeaderCompilation.of(compiled, folder);
        compilation.compile("p/Value.h", "p/Cell.h");
        assertThat(Files.readString(folder.resolve("include/p/Value.h")))
                .contains("union Value {\n    float f; /* offset 0: float */\n    double d; /* offset 0: double */\n")
                .contains("struct Point point; /* offset 0: Point */");
        assertThat(Files.readString(folder.resolve("include/p/Cell.h")))
                .contains("union Value value; /* offset 8: Value */");
    }

    @Test
    void header_ofAUnionOfBothByteOrders_compiles(@TempDir Path folder) throws IOException {
        Compiled compiled = Compiled.withOptions(
                List.of("-Aashlar.headers=true"),
                inPackage("@Struct(order = StructOrder.BIG_ENDIAN) record Big(int x) {}"),
                inPackage("@Struct(union = true) record Either(Integer little, Big big) {}"));
        HeaderCompilation.of(compiled, folder).compileBigEndian("p/Either.h");
    }

    @Test
    void arms_withNamesThatGeneratedCodeUses_compile() {
        assertThat(Compiled.of(inPackage("""
                                @Struct(union = true)
                                public record Odd(Integer arm, Float memory, Long byteOffset, Short component, Byte value,
                                        @Length(4) String checked, @Length(2) byte[] segment, Double index) {}
                                """)).errors()).isEmpty();
    }

    @Test
    void tag_ofAnInterfaceWithTwoStorageTypes_isRefused() {
        assertThat(Compiled.of(inPackage("""
                                @Struct @U8 @U16
                                sealed interface Shape {
                                    @Struct @Code(1) record Circle(double radius) implements Shape {}
                                }
                                """)).onlyError())
                .startsWith("[Ashlar:TwoValues]")
                .contains("@Stored(U8) and @Stored(U16)");
    }
}
