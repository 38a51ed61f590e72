package dev.ashlar.alloc;

import dev.ashlar.alloc.heap.InvariantCheck;
import java.util.List;

/**
 * Walks the heap of a {@link LinkedListAllocator} or {@link SharedAllocator} and reports every invariant that does not
 * hold, by its number in the description of the block format.
 *
 * <p>For tests, and for finding stray stores. It changes nothing, reads only inside the heap and terminates whatever
 * the heap contains. O(blocks). Follows the thread rule of the allocator.
 */
public final class HeapChecker {
    private HeapChecker() {}

    /**
     * One broken invariant.
     *
     * @param invariant its number
     * @param address the address in linear memory where it was seen
     * @param text the problem, in words
     */
    public record Finding(int invariant, long address, String text) {
        /** The finding as text: {@code I5 at 1032: …}. */
        @Override
        public String toString() {
            return "I" + invariant + " at " + address + ": " + text;
        }
    }

    /**
     * Returns everything that is wrong with the heap: an empty list if it is whole.
     *
     * @throws IllegalStateException if the memory is closed, or another writer has opened the heap
     */
    public static List<Finding> check(LinkedListAllocator allocator) {
        allocator.heap().requireWriter();
        return findings(InvariantCheck.check(allocator.heap()));
    }

    /**
     * Returns everything that is wrong with the heap: an empty list if it is whole. No other thread may use the heap
     * meanwhile.
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
