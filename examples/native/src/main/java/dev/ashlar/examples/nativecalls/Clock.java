package dev.ashlar.examples.nativecalls;

import dev.ashlar.alloc.Allocator;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.time.Instant;

/** {@code int clock_gettime(clockid_t, struct timespec *)}: C fills a struct that Ashlar allocated. */
final class Clock {
    private static final int CLOCK_REALTIME = 0;
    private static final MethodHandle CLOCK_GETTIME = CLibrary.function(
            "clock_gettime", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));

    private Clock() {}

    static Instant now(Allocator allocator) {
        TimespecView time = TimespecView.allocate(allocator);
        try {
            CLibrary.requireZero("clock_gettime", getTime(time.memory().segment()));
            return time.read().toInstant();
        } finally {
            time.free();
        }
    }

    private static int getTime(MemorySegment timespec) {
        try {
            return (int) CLOCK_GETTIME.invokeExact(CLOCK_REALTIME, timespec);
        } catch (Throwable failure) {
            throw CLibrary.failed("clock_gettime", failure);
        }
    }
}
