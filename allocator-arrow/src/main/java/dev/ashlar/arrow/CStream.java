package dev.ashlar.arrow;

import dev.ashlar.struct.LayoutCheck;
import dev.ashlar.struct.Struct;
import dev.ashlar.struct.StructOrder;
import java.lang.foreign.MemorySegment;

/**
 * {@code struct ArrowArrayStream} of the Arrow C Stream Interface.
 *
 * @param getSchema the callback that writes the schema of all batches
 * @param getNext the callback that writes the next batch
 * @param getLastError the callback that returns the text of the last error
 * @param release the callback that ends it; NULL once that was called
 * @param privateData the number by which {@link Callbacks} finds the {@link Batches}
 */
@Struct(order = StructOrder.NATIVE)
@LayoutCheck(size = 40)
record CStream(
        MemorySegment getSchema,
        MemorySegment getNext,
        MemorySegment getLastError,
        MemorySegment release,
        long privateData) {}
