package dev.ashlar.memory;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The handles that every load and store goes through: little-endian and unaligned, as WebAssembly's are.
 *
 * <p>They are constants so that the JIT folds the access down to one instruction; the unaligned ones measured faster
 * than the aligned ones, which must test the address. Handles, and not {@code MemorySegment.get} with a layout, because
 * that asks the layout for its handle each time: an eighth of the nodes that the JIT makes of an access, and it stops
 * inlining once a loop has 18 000 of them.
 */
final class Access {
    static final VarHandle I8 = ValueLayout.JAVA_BYTE.varHandle();
    static final VarHandle I16 = littleEndian(ValueLayout.JAVA_SHORT_UNALIGNED);
    static final VarHandle I32 = littleEndian(ValueLayout.JAVA_INT_UNALIGNED);
    static final VarHandle I64 = littleEndian(ValueLayout.JAVA_LONG_UNALIGNED);
    static final VarHandle F32 = littleEndian(ValueLayout.JAVA_FLOAT_UNALIGNED);
    static final VarHandle F64 = littleEndian(ValueLayout.JAVA_DOUBLE_UNALIGNED);

    /** The class of native segments, from which that of mapped ones derives. */
    private static final Class<? extends MemorySegment> OFF_HEAP = MemorySegment.NULL.getClass();

    private Access() {}

    /** Returns whether {@link #offHeap} accepts a segment. */
    static boolean isOffHeap(MemorySegment segment) {
        return OFF_HEAP.isInstance(segment);
    }

    /**
     * Casts a segment that is not on the Java heap to its class. The JIT's profile of the inside of {@code
     * java.lang.foreign} is shared by all segments of a program; the cast tells it which methods an access calls,
     * however many kinds there are.
     */
    static MemorySegment offHeap(MemorySegment segment) {
        return OFF_HEAP.cast(segment);
    }

    private static VarHandle littleEndian(ValueLayout layout) {
        return layout.withOrder(ByteOrder.LITTLE_ENDIAN).varHandle();
    }
}
