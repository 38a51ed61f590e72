package dev.ashlar.tests.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.memory.Memory;
import dev.ashlar.tests.TestAllocator;
import dev.ashlar.tests.atomic.Shared;
import dev.ashlar.tests.atomic.SharedView;
import dev.ashlar.tests.union.Shape;
import dev.ashlar.tests.union.ShapeView;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Whole records to and from memory without a view: the static methods of views, and those of arrays. */
class WholeRecordTest {
    @AutoClose
    private final TestAllocator allocator = new TestAllocator();

    @Test
    void write_thenRead_isTheRecord() {
        Memory memory = allocator.allocate(100, 8);
        StubbornView.write(memory, 24, new Stubborn(-1, Long.MIN_VALUE, (short) 3));
        assertThat(StubbornView.read(memory, 24)).isEqualTo(new Stubborn(-1, Long.MIN_VALUE, (short) 3));
        assertThat(StubbornView.at(memory, 24).second()).isEqualTo(Long.MIN_VALUE);
        assertThat(memory.loadI64(16)).isZero();
        assertThat(memory.loadI64(48)).isZero();
    }

    @Test
    void write_whenAnAccessorThrows_changesNothing() {
        StubbornArray array = StubbornArray.allocate(allocator, 2);
        Stubborn before = new Stubborn(1, 2, (short) 3);
        array.set(1, before);
        Stubborn refused = new Stubborn(7, 8, (short) -1);
        assertThatThrownBy(() -> array.set(1, refused)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> array.get(1).write(refused)).isInstanceOf(UnsupportedOperationException.class);
        assertThat(array.read(1)).isEqualTo(before);
    }

    @Test
    void write_ofAStructInParts_storesAllOrNothing() {
        BroadArray array = BroadArray.allocate(allocator, 2);
        Broad before = Broad.of(200, 14);
        array.set(1, before);
        assertThat(array.read(1)).isEqualTo(before);
        assertThatThrownBy(() -> array.set(1, Broad.of(7, -1))).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> array.set(1, Broad.of(256, 99)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("struct=dev.ashlar.tests.view.Broad component=small value=256");
        assertThat(array.read(1)).isEqualTo(before);
        assertThat(array.memory().loadBytes(0, (int) BroadView.BYTE_SIZE)).containsOnly(0);
    }

    @Test
    void readAndWrite_whenOutOfRange_throwAndChangeNothing() {
        Memory memory = allocator.allocate(32, 8);
        Stubborn value = new Stubborn(1, 2, (short) 3);
        for (long offset : new long[] {-1, 9, 32, Long.MAX_VALUE, Long.MIN_VALUE}) {
            assertThatThrownBy(() -> StubbornView.read(memory, offset))
                    .isInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessageContaining("offset=" + offset + " byteSize=24");
            assertThatThrownBy(() -> StubbornView.write(memory, offset, value))
                    .isInstanceOf(IndexOutOfBoundsException.class);
        }
        assertThat(memory.loadBytes()).containsOnly(0);
    }

    @Test
    void read_whenAUnionDoesNotFit_throws() {
        Memory memory = allocator.allocate(ShapeView.BYTE_SIZE, 8);
        ShapeView.write(memory, 0, new Shape.Circle(1));
        assertThat(ShapeView.read(memory, 0)).isEqualTo(new Shape.Circle(1));
        Memory shorter = Memory.of(memory.segment().asSlice(0, ShapeView.BYTE_SIZE - 8));
        assertThatThrownBy(() -> ShapeView.read(shorter, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void readAndWrite_whenAnAtomicStructIsNotAligned_throw() {
        Memory memory = allocator.allocate(64, 8);
        assertThatThrownBy(() -> SharedView.write(memory, 4, new Shared(1, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("aligned");
        assertThatThrownBy(() -> SharedView.read(memory, 4)).isInstanceOf(IllegalArgumentException.class);
        assertThat(memory.loadBytes()).containsOnly(0);
    }

    @Test
    void readAndWrite_whenFreedClosedOrReadOnly_sayWhy() {
        Memory freed = allocator.allocate(64, 8);
        freed.free();
        Stubborn value = new Stubborn(1, 2, (short) 3);
        assertThatThrownBy(() -> StubbornView.read(freed, 0)).hasMessageContaining("freed");
        assertThatThrownBy(() -> StubbornView.write(freed, 0, value)).hasMessageContaining("freed");
        Memory closed;
        try (Arena arena = Arena.ofConfined()) {
            closed = Memory.of(arena.allocate(64, 8));
        }
        assertThatThrownBy(() -> StubbornView.read(closed, 0)).hasMessageContaining("closed");
        Memory readOnly = Memory.of(MemorySegment.ofArray(new byte[64]).asReadOnly());
        assertThat(StubbornView.read(readOnly, 0)).isEqualTo(new Stubborn(0, 0, (short) 0));
        assertThatThrownBy(() -> StubbornView.write(readOnly, 0, value))
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
