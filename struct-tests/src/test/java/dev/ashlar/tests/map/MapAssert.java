package dev.ashlar.tests.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.memory.Memory;
import dev.ashlar.struct.StructMap;
import dev.ashlar.struct.StructView;
import dev.ashlar.struct.support.MapGroup;
import java.util.function.LongUnaryOperator;
import java.util.function.ToLongFunction;

/** What must be true of every map: the numbers are those of the invariants in its block. */
final class MapAssert {
    private MapAssert() {}

    /**
     * Checks that each entry is found by what is stored (I3 and I2), that as many have passed each group as it says, and that
     * there are as many entries as the map says.
     *
     * @param hash the hash of the key of a view
     * @param indexOf a search for the key of the entry at an index
     */
    static <R, V extends StructView<R>> void assertWhole(
            StructMap<R, V> map, ToLongFunction<V> hash, LongUnaryOperator indexOf) {
        long groups = map.capacity() / (MapGroup.SLOTS - 1);
        long[] passed = new long[(int) groups];
        long size = 0;
        Memory memory = map.memory();
        for (long group = 0; group < groups; group++) {
            for (long full = MapGroup.full(memory.loadI64(group * MapGroup.BYTE_SIZE)); full != 0; full &= full - 1) {
                long index = group * MapGroup.SLOTS + MapGroup.first(full);
                assertThat(indexOf.applyAsLong(index)).isEqualTo(index);
                long step = 1;
                for (long home = hash.applyAsLong(map.at(index)) & (groups - 1); home != group; step++) {
                    passed[(int) home]++;
                    home = (home + step) & (groups - 1);
                }
                size++;
            }
        }
        assertThat(map.size()).isEqualTo(size);
        for (int group = 0; group < groups; group++) {
            int said = MapGroup.passed(memory.loadI64(group * MapGroup.BYTE_SIZE));
            if (said < 255) {
                assertThat(said).isEqualTo((int) passed[group]);
            }
        }
    }
}
