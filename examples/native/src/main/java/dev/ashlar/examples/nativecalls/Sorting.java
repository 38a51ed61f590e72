package dev.ashlar.examples.nativecalls;

import dev.ashlar.memory.Memory;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * {@code void qsort(void *, size_t, size_t, int (*)(const void *, const void *))}: C sorts an array in place, and calls
 * back into Java for every comparison, with pointers that become views.
 */
final class Sorting {
    private static final MethodHandle QSORT = CLibrary.function(
            "qsort",
            FunctionDescriptor.ofVoid(
                    ValueLayout.ADDRESS, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS));

    private Sorting() {}

    /** Sorts by distance from the origin. */
    static void byDistance(PointArray points) {
        try (Arena arena = Arena.ofConfined()) {
            QSORT.invokeExact(points.memory().segment(), points.size(), PointView.BYTE_SIZE, comparator(arena));
        } catch (Throwable failure) {
            throw CLibrary.failed("qsort", failure);
        }
    }

    private static MemorySegment comparator(Arena arena) throws ReflectiveOperationException {
        MethodHandle compare = MethodHandles.lookup()
                .findStatic(
                        Sorting.class,
                        "compare",
                        MethodType.methodType(int.class, MemorySegment.class, MemorySegment.class));
        var point = ValueLayout.ADDRESS.withTargetLayout(PointView.layout());
        return Linker.nativeLinker()
                .upcallStub(compare, FunctionDescriptor.of(ValueLayout.JAVA_INT, point, point), arena);
    }

    /** Called by C. An exception must not leave it: the JVM would end. */
    static int compare(MemorySegment left, MemorySegment right) {
        PointView one = PointView.at(Memory.of(left));
        PointView other = PointView.at(Memory.of(right));
        return Long.compare(one.read().squareOfDistance(), other.read().squareOfDistance());
    }
}
