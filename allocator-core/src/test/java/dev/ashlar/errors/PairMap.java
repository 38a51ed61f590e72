package dev.ashlar.errors;

import dev.ashlar.alloc.Allocator;
import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.memory.Memory;
import dev.ashlar.struct.StructMap;
import dev.ashlar.struct.support.MapGroup;
import dev.ashlar.struct.support.MapHash;
import java.util.Iterator;
import java.util.stream.LongStream;

/** What the processor would generate for {@link Pair} with {@code map = "first"}, as far as it is needed here. */
final class PairMap extends StructMap<Pair, PairView> {
    private static final long BYTE_SIZE = 16;

    PairMap(Allocator allocator, long expected, long seed) {
        super(allocator, PairView.TYPE, expected, seed);
    }

    PairMap(LinkedListAllocator heap, long address) {
        super(heap, PairView.TYPE, address);
    }

    /** Returns keys that begin in two of eight groups of a map with a seed, so that entries pass full ones. */
    static long[] keys(long seed, int count) {
        return LongStream.iterate(0, key -> key + 1)
                .filter(key -> (MapHash.finished(MapHash.with(seed, MapHash.multiplier(seed), key)) & 0b110) == 0)
                .limit(count)
                .toArray();
    }

    long indexOf(long first) {
        long hash = MapHash.finished(MapHash.with(seed(), multiplier(), first));
        long group = hash & groupMask();
        for (long step = 1; step <= groupMask() + 1; step++) {
            long control = memory().loadI64(group * MapGroup.BYTE_SIZE);
            for (long matches = MapGroup.matches(control, hash); matches != 0; matches &= matches - 1) {
                long index = group * MapGroup.SLOTS + MapGroup.first(matches);
                if (memory().loadI64(entriesOffset() + index * BYTE_SIZE) == first) {
                    return index;
                }
            }
            if (!MapGroup.isPassed(control)) {
                return -1;
            }
            group = (group + step) & groupMask();
        }
        return -1;
    }

    PairView getOrAdd(long first) {
        long found = indexOf(first);
        return viewAt(memory(), found < 0 ? add(first) : found);
    }

    private long add(long first) {
        memory().storeI64(stage(), first);
        return addStaged();
    }

    boolean remove(long first) {
        long index = indexOf(first);
        if (index >= 0) {
            removeFound(index);
        }
        return index >= 0;
    }

    @Override
    protected long indexOfKeyAt(Memory source, long sourceOffset) {
        return indexOf(source.loadI64(sourceOffset));
    }

    @Override
    protected long hashAt(Memory memory, long byteOffset) {
        return MapHash.finished(MapHash.with(seed(), multiplier(), memory.loadI64(byteOffset)));
    }

    @Override
    protected String key() {
        return "first";
    }

    @Override
    protected PairView viewAt(Memory memory, long index) {
        return new PairView(memory, entriesOffset() + index * BYTE_SIZE);
    }

    @Override
    protected void writeAt(Memory memory, long byteOffset, Pair value) {
        new PairView(memory, byteOffset).write(value);
    }

    @Override
    public Iterator<PairView> iterator() {
        return new ViewIterator<>(this) {
            @Override
            protected PairView element(Memory memory, long index) {
                return viewAt(memory, index);
            }
        };
    }
}
