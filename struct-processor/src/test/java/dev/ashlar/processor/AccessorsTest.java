package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Accessors in the style of records, asked for by name. */
class AccessorsTest {
    @Test
    void accessors_whenRecordIsAskedFor_areThose() {
        assertThat(Compiled.of(Snippet.inPackage("@Struct(accessors = StructAccessors.RECORD) record Thing(int id) {}"))
                        .generatedSource("p.ThingView"))
                .contains("public int id() {")
                .doesNotContain("component1", "NullMarked");
    }
}
