package dev.ashlar.struct.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ComponentPathTest {
    @Test
    void toString_whenDeep_namesEachStep() {
        Object lines = ComponentPath.of(ComponentPath.RECORD, "lines");
        Object start = ComponentPath.of(ComponentPath.element(lines, 2), "start");
        assertThat(ComponentPath.of(start, "x")).hasToString("lines[2].start.x");
    }

    @Test
    void toString_whenItStartsWithAName_hasThatInFront() {
        assertThat(ComponentPath.of("start", "x")).hasToString("start.x");
    }

    @Test
    void toString_whenItIsTheRecord_saysSo() {
        assertThat(ComponentPath.RECORD).hasToString("value");
    }
}
