package dev.ashlar.alloc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Segments for code that works with {@code java.lang.foreign}, and their way back. */
class BlockArenaTest {
    private final LinearMemory memory = LinearMemory.create(1, 8);
    private final LinkedListAllocator allocator = LinkedListAllocator.over(memory);

    @AfterEach
    void close() {
        memory.close();
    }

    @Test
    void asSegmentAllocator_whenUsedAsForeignCodeDoes_givesZeroedBoundedSegments() {
        SegmentAllocator segments = allocator.asSegmentAllocator();
        MemorySegment text = segments.allocateFrom("Ashlar");
        MemorySegment numbers = segments.allocateFrom(ValueLayout.JAVA_LONG, 1, 2, 3);
        MemorySegment blank = segments.allocate(100, 8);
        assertThat(text.getString(0)).isEqualTo("Ashlar");
        assertThat(numbers.toArray(ValueLayout.JAVA_LONG)).containsExactly(1, 2, 3);
        assertThat(blank.toArray(ValueLayout.JAVA_BYTE)).hasSize(100).containsOnly(0);
        assertThat(numbers.address() % 8).isZero();
        assertThat(allocator.stats().liveBlocks()).isEqualTo(3);
    }

    @Test
    void asSegmentAllocator_whenABlockIsToBeFreed_isFoundByItsAddress() {
        MemorySegment segment = allocator.asSegmentAllocator().allocate(100, 8);
        long address = segment.address() - memory.segment().address();
        allocator.make(address, segment.byteSize()).free();
        assertThat(allocator.stats().liveBlocks()).isZero();
    }

    @Test
    void asSegmentAllocator_whenNothingIsAskedFor_givesAnEmptySegment() {
        MemorySegment empty = allocator.asSegmentAllocator().allocate(0, 8);
        assertThat(empty.byteSize()).isZero();
        assertThat(empty.address() % 8).isZero();
        assertThat(allocator.stats().liveBlocks()).isZero();
    }

    @Test
    void asSegmentAllocator_whenTheAlignmentIsBeyondTheBase_isRefused() {
        SegmentAllocator segments = allocator.asSegmentAllocator();
        long base = memory.baseAlignment();
        assertThat(segments.allocate(8, base).address() % base).isZero();
        assertThatThrownBy(() -> segments.allocate(8, base * 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("byteAlignment=" + base * 2);
        assertThatThrownBy(() -> segments.allocate(8, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> segments.allocate(-1, 8)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void asSegmentAllocator_whenTheMemoryIsOnTheJavaHeap_refusesWhatAnArrayCannotPromise() {
        try (LinearMemory onHeap = LinearMemory.createOnHeap(1)) {
            SegmentAllocator segments = LinkedListAllocator.over(onHeap).asSegmentAllocator();
            assertThat(segments.allocateFrom(ValueLayout.JAVA_LONG, 7).get(ValueLayout.JAVA_LONG, 0))
                    .isEqualTo(7);
            assertThatThrownBy(() -> segments.allocate(8, 16)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void openArena_whenClosed_freesItsBlocksAndNoOthers() {
        Memory other = allocator.allocate(50);
        Arena arena = allocator.openArena();
        MemorySegment.Scope scope = arena.scope();
        for (int i = 1; i < 100; i++) {
            arena.allocate(i * 11L, 16).fill((byte) i);
        }
        assertThat(arena.allocate(0, 1).byteSize()).isZero();
        assertThat(scope.isAlive()).isTrue();
        arena.close();
        assertThat(allocator.stats().liveBlocks()).isEqualTo(1);
        assertThat(scope.isAlive()).isFalse();
        assertThat(other.length()).isEqualTo(50);
        assertThatThrownBy(() -> arena.allocate(8, 8)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(arena::close).isInstanceOf(IllegalStateException.class);
        assertThat(arena.scope().isAlive()).isFalse();
    }

    @Test
    void openArena_whenTheMemoryIsClosedFirst_closesAllTheSame() {
        Arena arena = allocator.openArena();
        arena.allocate(100, 8);
        memory.close();
        arena.close();
        assertThat(arena.scope().isAlive()).isFalse();
    }

    @Test
    void openArena_whenOverAPool_givesCellsBack() {
        try (LinearMemory cells = LinearMemory.create(1)) {
            PoolAllocator pool = PoolAllocator.over(cells, 0, 64);
            try (Arena arena = pool.openArena()) {
                arena.allocate(ValueLayout.JAVA_LONG);
                arena.allocate(64, 16);
                assertThat(pool.stats().liveBlocks()).isEqualTo(2);
            }
            assertThat(pool.stats().liveBlocks()).isZero();
        }
    }
}
