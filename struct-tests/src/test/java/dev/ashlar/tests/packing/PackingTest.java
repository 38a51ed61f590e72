package dev.ashlar.tests.packing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.tests.TestAllocator;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Packed and over-aligned structs and components, in each other. */
class PackingTest {
    @AutoClose
    private final TestAllocator allocator = new TestAllocator();

    @Test
    void packed_whenKnownStructs_hasTheirLayout() {
        assertThat(EpollEventView.BYTE_SIZE).isEqualTo(12);
        assertThat(EpollEventView.BYTE_ALIGNMENT).isEqualTo(1);
        assertThat(BitmapView.BYTE_SIZE).isEqualTo(14);
        assertThat(BitmapView.OFFSET_OFFBITS).isEqualTo(10);
        EpollEvent event = new EpollEvent(0xffff_ffffL, -2);
        EpollEventArray events = EpollEventArray.copyOf(allocator, List.of(event, event, event));
        assertThat(events.get(2).read()).isEqualTo(event);
        assertThat(events.memory().length()).isEqualTo(36);
        assertThat(EpollEventView.layout().byteAlignment()).isEqualTo(1);
        assertThat(EpollEventView.layout().byteSize()).isEqualTo(12);
    }

    @Test
    void packed_whenNestedInEachOther_losesOnlyOuterAlignment() {
        assertThat(OuterView.OFFSET_INNER).isEqualTo(1);
        assertThat(OuterView.OFFSET_RAISED).isEqualTo(18);
        assertThat(OuterView.OFFSET_LAST).isEqualTo(26);
        assertThat(OuterView.BYTE_SIZE).isEqualTo(28);
        assertThat(OuterView.BYTE_ALIGNMENT).isEqualTo(2);
        assertThat(LooseView.OFFSET_OUTER).isEqualTo(2);
        assertThat(LooseView.BYTE_SIZE).isEqualTo(32);
        Loose loose = new Loose((byte) 1, new Outer((byte) 2, new Inner((byte) 3, 4), 5, (byte) 6), (byte) 7);
        LooseView view = LooseView.allocate(allocator, loose);
        assertThat(view.read()).isEqualTo(loose);
        assertThat(view.outer().inner().b()).isEqualTo(4);
        assertThat(LooseView.layout().byteSize()).isEqualTo(32);
        assertThat(OuterView.layout().byteAlignment()).isEqualTo(2);
    }

    @Test
    void align_whenRaised_isAskedOfTheAllocator() {
        allocator.allocate(24);
        assertThat(LineView.BYTE_SIZE).isEqualTo(64);
        assertThat(LineView.allocate(allocator).memory().offset() % 64).isZero();
        allocator.allocate(24);
        assertThat(LineArray.allocate(allocator, 3).memory().offset() % 64).isZero();
        allocator.allocate(24);
        assertThat(LineView.type().allocate(allocator).memory().offset() % 64).isZero();
        assertThat(LineView.layout().byteAlignment()).isEqualTo(64);
        assertThat(HolderView.OFFSET_B).isEqualTo(32);
        assertThat(HolderView.OFFSET_LINE).isEqualTo(64);
        assertThat(HolderView.BYTE_SIZE).isEqualTo(128);
        assertThat(HolderView.layout().byteSize()).isEqualTo(128);
    }
}
