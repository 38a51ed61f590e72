package dev.ashlar.tests.garbage;

import dev.ashlar.alloc.BumpAllocator;
import dev.ashlar.memory.LinearMemory;

/** What the loops go through: structs of each kind, {@link #COUNT} of them. */
final class Data {
    /** The most steps that a loop can make. */
    static final int COUNT = 400;

    final ItemArray items;
    final ItemArray copy;
    final ItemArray table;
    final ItemList list;
    final ItemList growing;
    final SignArray signs;
    final StationView first;
    final Wide8Array wide8;
    final Wide16Array wide16;
    final Wide32Array wide32;
    final Wide64Array wide64;
    final Wide32Array others32;
    final TripArray trips;
    final TripArray otherTrips;
    final Item[] records = new Item[COUNT];

    Data(LinearMemory memory) {
        BumpAllocator allocator = BumpAllocator.over(memory, 1_024);
        items = ItemArray.allocate(allocator, COUNT);
        copy = ItemArray.allocate(allocator, COUNT);
        table = ItemArray.allocate(allocator, COUNT + 1);
        list = ItemList.create(allocator, COUNT);
        growing = ItemList.create(allocator, COUNT);
        signs = SignArray.allocate(allocator, COUNT);
        wide8 = Wide8Array.allocate(allocator, COUNT);
        wide16 = Wide16Array.allocate(allocator, COUNT);
        wide32 = Wide32Array.allocate(allocator, COUNT);
        wide64 = Wide64Array.allocate(allocator, COUNT);
        others32 = Wide32Array.allocate(allocator, COUNT);
        trips = TripArray.allocate(allocator, COUNT);
        otherTrips = TripArray.allocate(allocator, COUNT);
        StationArray stations = StationArray.allocate(allocator, COUNT);
        first = stations.get(0);
        for (int i = 0; i < COUNT; i++) {
            records[i] = new Item(i + 1, i * 37 % 101, i);
            items.set(i, records[i]);
            table.set(i, records[i]);
            list.add(records[i]);
            signs.set(i, i % 3 == 0 ? new Sign.Stop(i) : new Sign.Go(i));
            stations.get(i).value(i).next(i + 1 == COUNT ? null : stations.get(i + 1));
        }
    }
}
