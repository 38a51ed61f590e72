package dev.ashlar.tests.equality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import dev.ashlar.tests.TestAllocator;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Structs copied by their views: to elements of arrays and lists, and to components. */
class CopyTest {
    @AutoClose
    private final TestAllocator allocator = new TestAllocator();

    /** As {@code System.arraycopy} on the same bytes, for every distance. */
    @Test
    void set_whenSourceAndTargetOverlap_isAsThroughATemporaryCopy() {
        Random random = new Random(7);
        Memory memory = allocator.allocate(400, 8);
        Memory onHeap = Memory.of(MemorySegment.ofArray(new byte[400]));
        for (Memory each : new Memory[] {memory, onHeap}) {
            for (int from = 0; from <= 300; from += 7) {
                for (int to = 0; to <= 300; to++) {
                    byte[] bytes = new byte[400];
                    random.nextBytes(bytes);
                    each.storeBytes(bytes);
                    LargeArray.at(each, to, 1).set(0, LargeView.at(each, from));
                    System.arraycopy(bytes, from, bytes, to, 99);
                    assertThat(each.loadBytes()).isEqualTo(bytes);
                    InnerArray.at(each, to, 1).set(0, InnerView.at(each, from));
                    System.arraycopy(bytes, from, bytes, to, 16);
                    assertThat(each.loadBytes()).isEqualTo(bytes);
                }
            }
        }
    }

    /** Padding, and what a union does not use, included. */
    @Test
    void set_ofAView_copiesAllBytesAndNoOthers() {
        Memory source = filled(5);
        Memory target = filled(9);
        EverythingArray.at(target, EverythingView.BYTE_SIZE, 1).set(0, EverythingView.at(source, 0));
        requireCopied(target, EverythingView.BYTE_SIZE, EverythingView.BYTE_SIZE);
        ChoiceArray.at(target, 0, 1).set(0, ChoiceView.Cursor.of(ChoiceView.at(source, 0)));
        requireCopied(target, 0, ChoiceView.BYTE_SIZE);
        EverythingView.at(target, 2 * EverythingView.BYTE_SIZE)
                .inner(InnerView.at(source, 0))
                .choice(ChoiceView.at(source, 8));
        requireCopied(target, 2 * EverythingView.BYTE_SIZE + EverythingView.OFFSET_INNER, InnerView.BYTE_SIZE);
        requireCopied(target, 2 * EverythingView.BYTE_SIZE + EverythingView.OFFSET_CHOICE, ChoiceView.BYTE_SIZE);
    }

    private Memory filled(int value) {
        Memory memory = allocator.allocate(4 * EverythingView.BYTE_SIZE, 8);
        memory.fill(value);
        return memory;
    }

    private static void requireCopied(Memory target, long offset, long byteSize) {
        byte[] copied = new byte[(int) byteSize];
        Arrays.fill(copied, (byte) 5);
        assertThat(target.loadBytes(offset, (int) byteSize)).isEqualTo(copied);
        if (offset > 0) {
            assertThat(target.loadI8(offset - 1)).isNotEqualTo(5);
        }
        assertThat(target.loadI8(offset + byteSize)).isNotEqualTo(5);
    }

    @Test
    void set_whenFreedClosedReadOnlyOrOutside_throwsAndChangesNothing() {
        Memory freed = allocator.allocate(64, 8);
        InnerView dead = InnerView.at(freed);
        InnerArray deadArray = InnerArray.at(freed, 0, 1);
        freed.free();
        InnerArray array = InnerArray.allocate(allocator, 2);
        array.set(1, new Inner(1, 2));
        assertThatThrownBy(() -> array.set(1, dead))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("memory that is freed");
        assertThatThrownBy(() -> deadArray.set(0, array.get(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("memory that is freed");
        assertThatThrownBy(() -> array.set(2, array.get(1)))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessageContaining("no such element: struct=dev.ashlar.tests.equality.Inner index=2 size=2");
        InnerArray closed;
        try (LinearMemory memory = LinearMemory.create(1)) {
            closed = InnerArray.at(memory.whole(), 0, 1);
        }
        assertThatThrownBy(() -> closed.set(0, array.get(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("memory that is closed");
        Memory readOnly = Memory.of(MemorySegment.ofArray(new byte[64]).asReadOnly());
        assertThatThrownBy(() -> InnerArray.at(readOnly, 0, 1).set(0, array.get(1)))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("read-only: offset=0 byteSize=16");
        array.set(0, InnerView.at(readOnly));
        assertThat(array.read(0)).isEqualTo(new Inner(0, 0));
        assertThat(array.read(1)).isEqualTo(new Inner(1, 2));
    }

    @Test
    void lists_copyStructs() {
        LargeList list = LargeList.create(allocator, 2);
        byte[] rest = new byte[98];
        for (int i = 0; i < 5; i++) {
            rest[97] = (byte) i;
            list.add(new Large((byte) i, rest));
        }
        list.add(list.get(3));
        list.set(0, list.get(4));
        list.removeSwap(1);
        assertThat(list.stream().map(large -> large.first() * 100 + large.rest(97)))
                .containsExactly(404, 303, 202, 303, 404);
        assertThat(list.get(0)).isEqualTo(list.get(4)).isNotEqualTo(list.get(1));
        assertThatThrownBy(() -> list.set(5, list.get(0))).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> list.removeSwap(5)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
