package dev.ashlar.alloc.heap;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;

/**
 * Initialises the classes of a heap, and those of the JDK that it uses to fill and copy, when the first heap is made.
 * Otherwise their static initialisers would run in the middle of a later operation, where a {@link StackOverflowError}
 * makes a class unusable for good.
 */
final class HeapClasses {
    /** The sizes to try: the JDK has different code to fill and copy few bytes and many. */
    private static final int[] BYTE_SIZES = {8, 128, 8_192};

    private HeapClasses() {}

    static void initialise(Class<?>... classes) {
        try {
            for (int byteSize : BYTE_SIZES) {
                MemorySegment bytes = MemorySegment.ofArray(new byte[byteSize]);
                bytes.fill((byte) 0);
                bytes.asSlice(byteSize / 2).copyFrom(bytes.asSlice(0, byteSize / 2));
            }
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            for (Class<?> each : classes) {
                lookup.ensureInitialized(each);
            }
        } catch (IllegalAccessException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }
}
