package dev.ashlar.struct;

import dev.ashlar.alloc.Allocator;
import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.alloc.OutOfLinearMemoryException;
import dev.ashlar.memory.Memory;
import dev.ashlar.struct.support.MapGroup;
import dev.ashlar.struct.support.MapHash;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A hash map of structs in memory, keyed by one or several of their components: {@link Struct#map}.
 *
 * <pre>{@code
 * @Struct(map = "id")
 * record Account(long id, double balance) {}
 *
 * try (AccountMap accounts = AccountMap.create(allocator)) {
 *     accounts.put(new Account(7, 10.5));
 *     accounts.getOrAdd(8).balance(9.5);
 *     AccountView account = accounts.get(7);      // null if there is none
 * }
 * }</pre>
 *
 * <p><b>Entries</b> lie in one block, in an order that depends on the seed. Each takes the size of its struct and a little more
 * than a byte, and up to 12 in 14 places are in use. Adding, finding, replacing and removing an entry takes constant time on
 * average, of the keys that anybody can choose who does not know the seed; for keys that are chosen to collide with a known
 * seed it takes linear time.
 *
 * <p><b>Keys</b> are equal if what is stored is equal. The key of an entry must not be changed through a view: it would no
 * longer be found.
 *
 * <p><b>Growth.</b> A map without room allocates a table of twice the size, copies all entries, and frees the old one. That
 * takes linear time, for one call in so many that adding takes amortised constant time, and for that moment three times the
 * memory. {@link #reserve} avoids it: a map with room never pauses, whatever is added and removed. All views, cursors and
 * iterators taken before are dead after growth: they throw {@link IllegalStateException}. If there is no room, {@link
 * OutOfLinearMemoryException} is thrown, the map is unchanged, and all views of it stay valid. In an allocator that takes back
 * only its newest block a map does not grow.
 *
 * <p><b>Removal.</b> A view always shows the same bytes: after its entry was removed, they are no entry any more, or a later
 * one. Other entries do not move.
 *
 * <p><b>Iteration</b> is over the views of all entries. Iterators throw {@link ConcurrentModificationException} after entries
 * were added or removed by others, or the map grew. Values may be set and replaced meanwhile.
 *
 * <p><b>Errors in the middle.</b> After a {@link StackOverflowError} or {@link OutOfMemoryError} the operation has either
 * happened or not; growth may have happened without it. {@link #clear} may have removed some entries. Nothing has to be
 * recovered.
 *
 * <p><b>In a file.</b> A map in a persistent heap outlives its process, even one that is killed at any moment: then each
 * operation has either happened or not, and only {@link #clear} may have removed some entries. It is opened again by its {@link
 * #address}, once at a time; components that were being set through a view may be half-set, as everywhere in a file. A process
 * that is killed at the moment of growth may leave one block that nobody owns.
 *
 * <p>Not safe for use by several threads at once, unless all of them only read. Only generated classes should extend this.
 *
 * @param <R> the struct, a record
 * @param <V> the view of one entry
 */
public abstract non-sealed class StructMap<R, V extends StructView<R>> extends MapEntries<R, V>
        implements Iterable<V>, AutoCloseable {
    /** The number of entries that a map is made for that is made without one. */
    protected static final long DEFAULT_EXPECTED = 16;

    /**
     * Allocates an empty map; for generated code.
     *
     * @param expected the number of entries for which there is room
     * @param seed the seed of the hash
     * @throws IllegalArgumentException if {@code expected} is negative
     * @throws OutOfLinearMemoryException if there is no room
     */
    protected StructMap(Allocator allocator, StructType<R, V> type, long expected, long seed) {
        super(allocator, type, expected, seed);
    }

    /**
     * Opens the map that lies at an address of a heap; for generated code. Completes a change that a killed process has left.
     * Takes time in proportion to the number of groups.
     *
     * @param address what {@link #address} was
     * @throws IllegalStateException if no map lies there, it is one of another struct or layout, or with another key, or it is
     *     damaged; nothing has changed then
     */
    protected StructMap(LinkedListAllocator heap, StructType<R, V> type, long address) {
        super(heap, type, address);
    }

    /** Returns a seed that nobody outside this process can guess; for generated code. */
    protected static long newSeed() {
        return MapHash.newSeed();
    }

    /** Returns an iterator over the views of all entries. {@link Iterator#remove} removes the last one. */
    @Override
    public abstract Iterator<V> iterator();

    /** Returns a spliterator over the views of all entries; knows their number if nothing changes before it is used. */
    @Override
    public final Spliterator<V> spliterator() {
        return Spliterators.spliterator(iterator(), size(), Spliterator.DISTINCT | Spliterator.NONNULL);
    }

    /** Returns a stream of the views of all entries that there are now. */
    public final Stream<V> stream() {
        return StreamSupport.stream(spliterator(), false);
    }

    /**
     * Measures the load of the map, and how far its entries lie from where a search for them begins. Takes linear time.
     *
     * @throws IllegalStateException if the map is freed or its memory closed
     */
    public final StructMapStats stats() {
        requireAlive();
        long probes = 0;
        long most = 0;
        for (long index = next(-1); index >= 0; index = next(index)) {
            long group = hashAt(memory(), offsetOf(index)) & groupMask();
            long steps = 1;
            while (group != index / MapGroup.SLOTS && steps <= groups()) {
                group = (group + steps) & groupMask();
                steps++;
            }
            probes += steps;
            most = Math.max(most, steps);
        }
        long size = size();
        return new StructMapStats(
                size,
                capacity(),
                memory().length() + header.memory().length(),
                size == 0 ? 0 : (double) probes / size,
                most);
    }

    /** The struct, key, size, capacity and memory, for logs. */
    @Override
    public final String toString() {
        return "StructMap[" + structType().name() + ", key=" + key() + ", size=" + count + ", capacity=" + capacity()
                + ", memory=" + memory() + "]";
    }

    /**
     * An iterator over the views of a map, as long as the map does not change. For generated code, where each map has its own
     * subclass, as lists have.
     *
     * @param <V> the view of one entry
     */
    protected abstract static class ViewIterator<V extends StructView<?>> implements Iterator<V> {
        private final StructMap<?, V> map;
        private final Memory memory;
        private int changes;
        private long last = -1;
        private long next;

        /** Makes an iterator over the entries that {@code map} has now. */
        protected ViewIterator(StructMap<?, V> map) {
            map.requireAlive();
            this.map = map;
            this.memory = map.memory();
            this.changes = map.changes();
            this.next = map.next(-1);
        }

        /** Returns the view of the entry at an index. */
        protected abstract V element(Memory memory, long index);

        @Override
        public final boolean hasNext() {
            return next >= 0;
        }

        @Override
        public final V next() {
            map.requireUnchanged(changes);
            long index = next;
            if (index < 0) {
                throw new NoSuchElementException(
                        "no more entries: struct=" + map.structType().name() + " size=" + map.size());
            }
            last = index;
            next = map.next(index);
            return element(memory, index);
        }

        @Override
        public final void remove() {
            map.requireUnchanged(changes);
            if (last < 0) {
                throw new IllegalStateException("no entry to remove: call next first: struct="
                        + map.structType().name());
            }
            map.removeAt(last);
            last = -1;
            changes = map.changes();
        }
    }
}
