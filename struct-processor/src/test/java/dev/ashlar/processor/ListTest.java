package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Lists and rings that are not written. */
class ListTest {
    @Test
    void list_whenNotAskedFor_isNotWritten() {
        assertThat(Compiled.of(Snippet.inPackage("@Struct public record Plain(int id) {}"))
                        .written())
                .containsExactly("p.PlainView", "p.PlainArray");
        assertThat(Compiled.of(Snippet.inPackage("@Struct(list = true) public record Plain(int id) {}"))
                        .written())
                .containsExactly("p.PlainView", "p.PlainArray", "p.PlainList");
    }

    @Test
    void ring_whenAskedForAlone_isWritten() {
        assertThat(Compiled.of(Snippet.inPackage("@Struct(ring = true) public record Plain(int id) {}"))
                        .written())
                .containsExactly("p.PlainView", "p.PlainArray", "p.PlainRing");
    }

    @Test
    void ring_whenNameIsTaken_isRefused() {
        Compiled compiled = Compiled.of(
                Snippet.inPackage("@Struct(ring = true) public record Plain(int id) {}"),
                "package p; class PlainRing {}");
        assertThat(compiled.errors()).containsExactly("ClassCollision@3");
    }

    @Test
    void list_whenNameIsTaken_isRefused() {
        Compiled compiled = Compiled.of(
                Snippet.inPackage("@Struct(list = true) public record Plain(int id) {}"),
                "package p; class PlainList {}");
        assertThat(compiled.errors()).containsExactly("ClassCollision@3");
    }
}
