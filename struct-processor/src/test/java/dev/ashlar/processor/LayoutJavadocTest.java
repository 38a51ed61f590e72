package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sentence in the Javadoc of {@code layout()} that says whether C functions take the struct by value. */
class LayoutJavadocTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Struct(packed = true) record S(int x) {}",
                "@Struct(align = 32) record S(int x) {}",
                "@Struct(order = StructOrder.BIG_ENDIAN) record S(int x) {}",
                "@Struct record S(int x, @Align(16) int y) {}",
                "@Struct record S(Inner x) { @Struct(packed = true) record Inner(int x) {} }",
                "@Struct record S(int x, @Tail byte[] y) {}",
                """
                @Struct sealed interface S {
                    @Code(1) @Struct(packed = true) record A(int x) implements S {}
                    @Code(2) @Struct record B(int x) implements S {}
                }
                """
            })
    void layout_whenNotPlain_saysThatItDoesNotGoByValue(String struct) {
        assertThat(Compiled.of(Snippet.inPackage(struct)).generatedSource("p.SView"))
                .contains("C functions do not take it by value");
    }

    @Test
    void layout_whenPlain_saysThatItGoesByValue() {
        assertThat(Compiled.of(Snippet.inPackage("@Struct record S(int x) {}")).generatedSource("p.SView"))
                .contains("C functions take and return it by value");
    }
}
