package dev.ashlar.processor.model;

import dev.ashlar.struct.StructAccessors;
import dev.ashlar.struct.StructOrder;
import java.util.List;

/**
 * The values of a {@code @Struct}.
 *
 * @param packed whether components have no alignment of their own
 * @param pack the most alignment of a component, in bytes; 0 for no limit
 * @param union whether its components are arms, all at offset 0
 * @param byteAlignment the least alignment of the struct, in bytes
 * @param order the order of the bytes in its values
 * @param list whether it has a class of growable lists
 * @param map the components that are the key of a class of maps; none for no such class
 * @param ring whether it has a class of rings
 * @param columns whether its columns are asked for
 * @param accessors how the accessors of its view are named; never automatic
 */
public record StructSettings(
        boolean packed,
        long pack,
        boolean union,
        long byteAlignment,
        StructOrder order,
        boolean list,
        List<String> map,
        boolean ring,
        boolean columns,
        StructAccessors accessors) {
    public StructSettings {
        map = List.copyOf(map);
    }

    /** The alignment that a component has here, in bytes, if it asks for {@code byteAlignment}. */
    public long limited(long byteAlignment) {
        return packed ? 1 : pack > 0 ? Math.min(byteAlignment, pack) : byteAlignment;
    }

    /** Returns whether bit-fields may cross the boundaries of their types. */
    public boolean bitsCross() {
        return packed || pack > 0;
    }

    /** Returns whether it has a class of maps. */
    public boolean hasMap() {
        return !map.isEmpty();
    }
}
