package dev.ashlar.struct;

/**
 * Where the struct of a view starts, as the view's field holds it: the offset with its sign bit flipped. For generated
 * code.
 *
 * <p>The two fields of a view are written by its constructor alone and yet not final. The barrier that ends a constructor
 * of final fields outlives the object: where a loop makes a view in one of its branches, the JIT removes the view, keeps
 * the barrier's place in the order of memory, and can move none of the checks of the handle out of the loop. A union that
 * is dispatched by its tag took nearly twice as long.
 *
 * <p>What final fields are for holds nevertheless. A thread that gets a view through a data race may see a field that the
 * constructor has not written yet: no handle, or 0 for the place. 0 is the place of no struct, and every access throws.
 * None reaches bytes that were not meant.
 */
public final class StructPlace {
    private StructPlace() {}

    /** The place of the struct at {@code byteOffset} in its handle; 0 is that of none. */
    public static long of(long byteOffset) {
        return byteOffset ^ Long.MIN_VALUE;
    }

    /** The offset of the struct that has a place, in bytes; negative for 0, so that no handle reaches there. */
    public static long byteOffset(long place) {
        return place ^ Long.MIN_VALUE;
    }
}
