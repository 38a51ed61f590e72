package dev.ashlar.arrow;

import dev.ashlar.struct.LayoutCheck;
import dev.ashlar.struct.Struct;
import dev.ashlar.struct.StructOrder;
import java.lang.foreign.MemorySegment;

/**
 * {@code struct ArrowArray} of the Arrow C Data Interface: the values of an array.
 *
 * @param length the number of values
 * @param nullCount the number of absent values; -1 if nobody has counted them
 * @param offset the number of values to skip in all buffers; always 0 here
 * @param buffers the pointers to the buffers
 * @param children the pointers to the children
 * @param dictionary the values of a dictionary
 * @param release the callback that ends it; NULL once that was called
 * @param privateData the number by which {@link Callbacks} finds the {@link Lease}
 */
@Struct(order = StructOrder.NATIVE)
@LayoutCheck(size = 80)
record CArray(
        long length,
        long nullCount,
        long offset,
        long bufferCount,
        long childCount,
        MemorySegment buffers,
        MemorySegment children,
        MemorySegment dictionary,
        MemorySegment release,
        long privateData) {}
