package dev.ashlar.tests.sort;

import dev.ashlar.alloc.Allocator;
import dev.ashlar.struct.Length;
import dev.ashlar.struct.Struct;

@Struct(list = true, packed = true)
public record Tick(long key, short price, @Length(3) String symbol) {
    static TickList of(Allocator allocator, long... keys) {
        TickList ticks = TickList.create(allocator, Math.max(1, keys.length));
        for (long key : keys) {
            ticks.add().key(key).price((short) (key * 7)).symbol("s" + (char) ('a' + Math.floorMod(key, 26)));
        }
        return ticks;
    }
}
