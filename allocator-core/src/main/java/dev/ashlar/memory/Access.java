package dev.ashlar.memory;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
    private static final Class<? extends MemorySegment> NATIVE = MemorySegment.NULL.getClass();

    private static volatile @Nullable Class<? extends MemorySegment> mappedClass;

    private Access() {}

    /** Returns whether a segment is of native memory: not a mapped file. */
    static boolean isNative(MemorySegment segment) {
        return segment.getClass() == NATIVE;
    }

    /** Returns whether a segment is not on the Java heap: native, or a mapped file. */
    static boolean isOffHeap(MemorySegment segment) {
        return NATIVE.isInstance(segment);
    }

    /**
     * A native segment, as the JIT should know it. Methods inside {@code java.lang.foreign} are compiled for all kinds of
     * segments that the program has used; where the class is known exactly, the JIT calls those of that class. It must be one
     * comparison whose other outcome does not occur: then the JIT shares it between the accesses of a method.
     */
    static MemorySegment ofNative(MemorySegment segment) {
        return segment.getClass() == NATIVE ? segment : offHeap(segment);
    }

    /** A segment that is not on the Java heap, of whichever class. */
    static MemorySegment offHeap(MemorySegment segment) {
        return NATIVE.cast(segment);
    }

    /** Notes the class of mapped segments, for {@link MappedMemory} to know before its first handle. */
    static void noteMapped(MemorySegment segment) {
        if (mappedClass == null) {
            mappedClass = segment.getClass();
        }
    }

    /** The class of mapped segments: all are of one class, which no segment shows before there is a mapped file. */
    static Class<? extends MemorySegment> mappedClass() {
        return Objects.requireNonNull(mappedClass, "no mapped segment yet");
    }

    private static VarHandle littleEndian(ValueLayout layout) {
        return layout.withOrder(ByteOrder.LITTLE_ENDIAN).varHandle();
    }
}
