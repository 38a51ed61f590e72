package dev.ashlar.arrow;

import dev.ashlar.struct.LayoutCheck;
import dev.ashlar.struct.Struct;
import dev.ashlar.struct.StructOrder;
import java.lang.foreign.MemorySegment;

/**
 * {@code struct ArrowSchema} of the Arrow C Data Interface: the type of an array.
 *
 * @param format the type as text, with a NUL
 * @param name the name of the field, with a NUL
 * @param metadata pairs of keys and values, each with its length
 * @param flags 2 if values may be absent
 * @param children the pointers to the schemas of the children
 * @param dictionary the schema of the values of a dictionary
 * @param release the callback that ends it; NULL once that was called
 * @param privateData the number by which {@link Callbacks} finds the {@link Lease}
 */
@Struct(order = StructOrder.NATIVE)
@LayoutCheck(size = 72)
record CSchema(
        MemorySegment format,
        MemorySegment name,
        MemorySegment metadata,
        long flags,
        long childCount,
        MemorySegment children,
        MemorySegment dictionary,
        MemorySegment release,
        long privateData) {}
