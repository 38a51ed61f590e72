package dev.ashlar.alloc;

import dev.ashlar.alloc.HeapMap.Area;
import dev.ashlar.alloc.HeapMap.Kind;
import dev.ashlar.alloc.heap.BlockFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A heap map cut into cells of equal size, each of the kind that covers most of it: the basis of pictures. */
final class HeapMapCells {
    private final Kind[] kinds;
    private final long byteSize;

    /** Cuts the map into {@code most} cells, or fewer, so that a cell is a whole number of bytes, at least 16. */
    HeapMapCells(HeapMap map, int most) {
        long granules = (map.byteSize() / most + BlockFormat.GRANULE_BYTE_SIZE) / BlockFormat.GRANULE_BYTE_SIZE;
        this.byteSize = granules * BlockFormat.GRANULE_BYTE_SIZE;
        int count = (int) ((map.byteSize() + byteSize - 1) / byteSize);
        this.kinds = new Kind[count];
        List<Map<Kind, Long>> shares = new ArrayList<>();
        for (int cell = 0; cell < count; cell++) {
            shares.add(new EnumMap<>(Kind.class));
        }
        for (Area area : map.areas()) {
            share(area, area.address() - map.start(), shares);
        }
        for (int cell = 0; cell < count; cell++) {
            kinds[cell] = Collections.max(shares.get(cell).entrySet(), Map.Entry.comparingByValue())
                    .getKey();
        }
    }

    int count() {
        return kinds.length;
    }

    /** The bytes that one cell stands for. */
    long cellByteSize() {
        return byteSize;
    }

    Kind kind(int cell) {
        return kinds[cell];
    }

    private void share(Area area, long from, List<Map<Kind, Long>> shares) {
        long to = from + area.byteSize();
        for (long at = from; at < to; ) {
            int cell = (int) (at / byteSize);
            long end = Math.min(to, (cell + 1) * byteSize);
            shares.get(cell).merge(area.kind(), end - at, Long::sum);
            at = end;
        }
    }
}
