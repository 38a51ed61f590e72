package dev.ashlar.struct.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ComponentPathTest {
    @Test
    void toString_whenDeep_namesEachStep() {
        Object lines = ComponentPath.of("p.Drawing", "lines");
        Object start = ComponentPath.of(ComponentPath.element(lines, 2), "start");
        assertThat(ComponentPath.of(start, "x")).hasToString("p.Drawing#lines[2].start.x");
    }

    @Test
    void toString_whenItStartsWithAComponent_hasThatInFront() {
        assertThat(ComponentPath.of("p.Line#start", "x")).hasToString("p.Line#start.x");
    }

    @Test
    void facts_nameStructAndComponent() {
        assertThat(ComponentPath.facts("p.Outer.Line#start.x")).isEqualTo("struct=p.Outer.Line component=start.x");
        assertThat(ComponentPath.facts(ComponentPath.of("Line", "start"))).isEqualTo("struct=Line component=start");
    }

    @Test
    void facts_whenItIsTheRecord_nameTheStruct() {
        assertThat(ComponentPath.facts("p.Line")).isEqualTo("struct=p.Line");
    }
}
