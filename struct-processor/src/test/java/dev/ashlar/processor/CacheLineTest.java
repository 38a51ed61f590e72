package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The warning about components in two cache lines. */
class CacheLineTest {
    @Test
    void component_whenItCrossesALine_isWarnedOf() {
        String struct = """
                @Struct @LayoutCheck(cacheLine = 64) record Row(long id,
                    @Length(56) String fits,
                    @Length(60) String alsoFits,
                    @Length(5) String crosses,
                    @Length(65) String cannotHelpIt) {}
                """;
        Compiled compiled = Compiled.of(Snippet.inPackage(struct));
        assertThat(compiled.warnings()).startsWith("LayoutCacheLine@6").noneMatch(warning -> warning.contains("@7"));
        assertThat(compiled.compilation().warnings().getFirst().getMessage(null))
                .startsWith(
                        "[Ashlar:LayoutCacheLine] component 'p.Row.crosses' of 5 bytes at offset 124 crosses the end of"
                                + " a cache line of 64; move it, or put padding before it\n");
        assertThat(compiled.written()).hasSize(2);
    }

    @Test
    void component_whenNobodyAsked_isNotWarnedOf() {
        assertThat(Compiled.of(Snippet.inPackage("@Struct record Row(@Length(60) String a, @Length(5) String b) {}"))
                        .warnings())
                .isEmpty();
    }
}
