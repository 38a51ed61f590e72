package dev.ashlar.tests.structsfor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.tests.TestAllocator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Structs of classes that cannot be annotated. */
class StructsForTest {
    @AutoClose
    private final TestAllocator allocator = new TestAllocator();

    @Test
    void structs_whenNamedWithSettings_haveThem() {
        assertThat(ThingView.BYTE_SIZE).isEqualTo(5);
        ThingView view = ThingView.allocate(allocator, new Thing((byte) 1, 2));
        assertThat(view.memory().loadU8(4)).isEqualTo(2);
        assertThat(view.id()).isEqualTo(2);
    }
}
