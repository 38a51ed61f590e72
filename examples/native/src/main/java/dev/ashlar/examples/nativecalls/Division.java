package dev.ashlar.examples.nativecalls;

import dev.ashlar.memory.Memory;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** {@code div_t div(int, int)} and {@code ldiv_t ldiv(long, long)}: structs that C returns by value. */
final class Division {
    private static final MethodHandle DIV = CLibrary.function(
            "div", FunctionDescriptor.of(QuotientView.layout(), ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
    private static final MethodHandle LDIV = CLibrary.function(
            "ldiv", FunctionDescriptor.of(LongQuotientView.layout(), ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG));

    private Division() {}

    static Quotient of(int dividend, int divisor) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment result = (MemorySegment) DIV.invokeExact((SegmentAllocator) arena, dividend, divisor);
            return QuotientView.at(Memory.of(result)).read();
        } catch (Throwable failure) {
            throw CLibrary.failed("div", failure);
        }
    }

    static LongQuotient of(long dividend, long divisor) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment result = (MemorySegment) LDIV.invokeExact((SegmentAllocator) arena, dividend, divisor);
            return LongQuotientView.at(Memory.of(result)).read();
        } catch (Throwable failure) {
            throw CLibrary.failed("ldiv", failure);
        }
    }
}
