/**
 * Allocators that cut blocks out of a {@link dev.ashlar.memory.LinearMemory}.
 *
 * <p>Sizes, addresses and offsets are in bytes. Allocators are for one thread at a time unless their class says
 * otherwise. A {@code null} argument is refused with {@link java.lang.NullPointerException}.
 *
 * <table>
 *   <caption>Which allocator</caption>
 *   <tr><td>{@link LinkedListAllocator}<td>blocks of any size, freed one by one, also in a file: {@code
 *   LinkedListAllocator.over(memory).allocate(24)}
 *   <tr><td>{@link SharedAllocator}<td>the same for many threads: {@code SharedAllocator.over(memory)}
 *   <tr><td>{@link PoolAllocator}<td>cells of one size: {@code PoolAllocator.over(memory, 0, 65_536, 32)}
 *   <tr><td>{@link BumpAllocator}<td>all freed at once: {@code bump.allocate(100)}, {@code bump.reset()}
 *   <tr><td>{@link StackAllocator}<td>frames, the last one freed first: {@code stack.pushI32(42)}
 *   <tr><td>{@link Allocator}, {@link BlockAllocator}<td>what all have in common, and the base class for one of your own
 * </table>
 *
 * <table>
 *   <caption>Looking at a heap</caption>
 *   <tr><td>{@link AllocatorStats}<td>{@code allocator.stats().usedByteSize()}
 *   <tr><td>{@link HeapMap}, {@link HeapMapText}, {@link HeapMapSvg}<td>{@code HeapMapText.render(heap.map())}
 *   <tr><td>{@link TrackingAllocator}, {@link LeakReport}<td>{@code TrackingAllocator.over(allocator, System.err::println)}:
 *   blocks that were not freed, and where they were allocated
 *   <tr><td>{@link HeapChecker}<td>{@code HeapChecker.check(allocator)}: every invariant of the heap
 *   <tr><td>{@link OutOfLinearMemoryException}<td>thrown if there is no room
 * </table>
 */
@NullMarked
package dev.ashlar.alloc;

import org.jspecify.annotations.NullMarked;
