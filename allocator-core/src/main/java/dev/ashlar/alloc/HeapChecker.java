package dev.ashlar.alloc;

import dev.ashlar.alloc.heap.InvariantCheck;
import java.util.List;

/**
 * Walks the heap of a {@link LinkedListAllocator} or {@link SharedAllocator} and reports every invariant that does not
 * hold, by the number it has in the description of the block format.
 *
 * <p>For tests, and for finding out who wrote where they should not. It changes nothing, reads only inside the heap and
 * ends on any contents. O(blocks). Follows the thread rule of the allocator.
 */
public final class HeapChecker {
    private HeapChecker() {}

    /**
     * One broken invariant.
     *
     * @param invariant its number
     * @param address where it was seen, in linear memory
     * @param text what is wrong
     */
    public record Finding(int invariant, long address, String text) {
        /** As {@code I5 at 1032: …}. */
        @Override
        public String toString() {
            return "I" + invariant + " at " + address + ": " + text;
        }
    }

    /**
     * Everything that is wrong with the heap: an empty list if it is whole.
     *
     * @throws IllegalStateException if the memory is closed, or another writer has opened the heap
     */
    public static List<Finding> check(LinkedListAllocator allocator) {
        allocator.heap().requireWriter();
        return findings(InvariantCheck.check(allocator.heap()));
    }

    /**
     * Everything that is wrong with the heap: an empty list if it is whole. For a moment at which no other thread works
     * there.
     *
     * @throws IllegalStateException if the memory is closed
     */
    public static List<Finding> check(SharedAllocator allocator) {
        return findings(InvariantCheck.check(allocator.heap()));
    }

    private static List<Finding> findings(List<InvariantCheck.Finding> found) {
        return found.stream()
                .map(finding -> new Finding(finding.invariant(), finding.address(), finding.text()))
                .toList();
    }
}
