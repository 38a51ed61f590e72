package dev.ashlar.arrow;

import dev.ashlar.memory.Memory;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** An engine written in Java, which calls the callbacks as C does. */
@SuppressWarnings("restricted") // it reads at addresses, as C does
final class Consumer {
    private static final Linker LINKER = Linker.nativeLinker();
    private static final MethodHandle RELEASE = LINKER.downcallHandle(FunctionDescriptor.ofVoid(ValueLayout.ADDRESS));
    private static final MethodHandle GET = LINKER.downcallHandle(
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS));
    private static final MethodHandle TEXT =
            LINKER.downcallHandle(FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS));

    private final MemorySegment stream = Arena.ofAuto().allocate(CStreamView.BYTE_SIZE, 8);

    /** Takes a stream over: moves the struct, so that its source counts as released. */
    Consumer(ArrowStream source) {
        MemorySegment at = MemorySegment.ofAddress(source.address()).reinterpret(CStreamView.BYTE_SIZE);
        stream.copyFrom(at);
        CStreamView.at(Memory.of(at), 0).release(MemorySegment.NULL);
    }

    private CStreamView stream() {
        return CStreamView.at(Memory.of(stream), 0);
    }

    /** The next batch, or one without callback at the end. */
    MemorySegment next() {
        MemorySegment array = Arena.ofAuto().allocate(CArrayView.BYTE_SIZE, 8);
        int error = call(() -> (int) GET.invokeExact(stream().getNext(), stream, array));
        if (error != 0) {
            throw new IllegalStateException(error + ": " + lastError());
        }
        return array;
    }

    MemorySegment schema() {
        MemorySegment schema = Arena.ofAuto().allocate(CSchemaView.BYTE_SIZE, 8);
        int error = call(() -> (int) GET.invokeExact(stream().getSchema(), stream, schema));
        if (error != 0) {
            throw new IllegalStateException(error + ": " + lastError());
        }
        return schema;
    }

    private String lastError() {
        MemorySegment text =
                call(() -> (MemorySegment) TEXT.invokeExact(stream().getLastError(), stream));
        return text.reinterpret(1 << 16).getString(0);
    }

    void release() {
        release(stream().release(), stream);
    }

    static CArrayView array(MemorySegment array) {
        return CArrayView.at(Memory.of(array.reinterpret(CArrayView.BYTE_SIZE)), 0);
    }

    static CSchemaView schema(MemorySegment schema) {
        return CSchemaView.at(Memory.of(schema.reinterpret(CSchemaView.BYTE_SIZE)), 0);
    }

    static MemorySegment pointer(MemorySegment pointers, int index) {
        return pointers.reinterpret(8L * (index + 1)).getAtIndex(ValueLayout.ADDRESS, index);
    }

    static void releaseArray(MemorySegment array) {
        release(array(array).release(), array);
    }

    static void releaseSchema(MemorySegment schema) {
        release(schema(schema).release(), schema);
    }

    private static void release(MemorySegment function, MemorySegment struct) {
        call(() -> {
            RELEASE.invokeExact(function, struct);
            return "";
        });
    }

    private interface Call<T> {
        T invoke() throws Throwable;
    }

    private static <T> T call(Call<T> call) {
        try {
            return call.invoke();
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }
}
