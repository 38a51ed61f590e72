package dev.ashlar.arrow;

import dev.ashlar.memory.Memory;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The C functions that consumers call, and the exports that they find by a number. The only class that needs native access.
 *
 * <p>There is one function of each kind in a process, which never ends, so that a call that comes too late does nothing. No
 * exception leaves a function: it would end the process.
 */
// Addresses are read as far as the specification says; Error Prone does not see that function() finds methods by their
// names.
@SuppressWarnings({"restricted", "UnusedMethod"})
final class Callbacks {
    private static final int EIO = 5;
    private static final AtomicLong NUMBERS = new AtomicLong();
    private static final Map<Long, Object> EXPORTS = new ConcurrentHashMap<>();

    private static final FunctionDescriptor RELEASE = FunctionDescriptor.ofVoid(ValueLayout.ADDRESS);
    private static final FunctionDescriptor GET =
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS);
    private static final FunctionDescriptor TEXT = FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS);

    static final MemorySegment RELEASE_SCHEMA = function("releaseSchema", RELEASE);
    static final MemorySegment RELEASE_ARRAY = function("releaseArray", RELEASE);
    static final MemorySegment RELEASE_STREAM = function("releaseStream", RELEASE);
    static final MemorySegment GET_SCHEMA = function("getSchema", GET);
    static final MemorySegment GET_NEXT = function("getNext", GET);
    static final MemorySegment GET_LAST_ERROR = function("getLastError", TEXT);

    private Callbacks() {}

    /** Remembers an export until {@link #forget}, and returns its number. */
    static long register(Object export) {
        long number = NUMBERS.incrementAndGet();
        EXPORTS.put(number, export);
        return number;
    }

    static void forget(long number) {
        EXPORTS.remove(number);
    }

    /** The number of parts and streams that no consumer has released. */
    static int count() {
        return EXPORTS.size();
    }

    private static MemorySegment function(String name, FunctionDescriptor descriptor) {
        MethodType type = descriptor.toMethodType();
        try {
            MethodHandle target = MethodHandles.lookup().findStatic(Callbacks.class, name, type);
            return Linker.nativeLinker().upcallStub(target, descriptor, Arena.global());
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError(name, impossible);
        }
    }

    /** The struct at an address that C gives or takes. */
    static Memory at(MemorySegment pointer, long byteSize) {
        return Memory.of(pointer.reinterpret(byteSize));
    }

    private static MemorySegment pointers(MemorySegment pointer, long count) {
        return pointer.reinterpret(count * ValueLayout.ADDRESS.byteSize());
    }

    private static void releaseSchema(MemorySegment pointer) {
        try {
            CSchemaView schema = CSchemaView.at(at(pointer, CSchemaView.BYTE_SIZE), 0);
            if (isNull(schema.release())) {
                return;
            }
            releaseAll(schema.children(), schema.childCount(), Callbacks::releaseSchema);
            if (!isNull(schema.dictionary())) {
                releaseSchema(schema.dictionary());
            }
            long number = schema.privateData();
            schema.release(MemorySegment.NULL);
            releasePart(number);
        } catch (Throwable failure) {
            report(failure);
        }
    }

    private static void releaseArray(MemorySegment pointer) {
        try {
            CArrayView array = CArrayView.at(at(pointer, CArrayView.BYTE_SIZE), 0);
            if (isNull(array.release())) {
                return;
            }
            releaseAll(array.children(), array.childCount(), Callbacks::releaseArray);
            if (!isNull(array.dictionary())) {
                releaseArray(array.dictionary());
            }
            long number = array.privateData();
            array.release(MemorySegment.NULL);
            releasePart(number);
        } catch (Throwable failure) {
            report(failure);
        }
    }

    /** Children that the consumer has moved away have no callback any more, and are skipped. */
    private static void releaseAll(MemorySegment children, long count, Consumer<MemorySegment> release) {
        MemorySegment pointers = pointers(children, count);
        for (long i = 0; i < count; i++) {
            release.accept(pointers.getAtIndex(ValueLayout.ADDRESS, i));
        }
    }

    private static void releasePart(long number) {
        if (EXPORTS.remove(number) instanceof Lease lease) {
            lease.releasePart();
        }
    }

    static void releaseStream(MemorySegment pointer) {
        try {
            CStreamView stream = CStreamView.at(at(pointer, CStreamView.BYTE_SIZE), 0);
            long number = stream.privateData();
            stream.release(MemorySegment.NULL);
            if (EXPORTS.remove(number) instanceof Batches batches) {
                batches.release();
            }
        } catch (Throwable failure) {
            report(failure);
        }
    }

    private static int getSchema(MemorySegment pointer, MemorySegment schema) {
        return answer(pointer, batches -> batches.writeSchema(at(schema, CSchemaView.BYTE_SIZE)));
    }

    private static int getNext(MemorySegment pointer, MemorySegment array) {
        return answer(pointer, batches -> batches.writeNext(at(array, CArrayView.BYTE_SIZE)));
    }

    private static int answer(MemorySegment pointer, Consumer<Batches> question) {
        Batches batches = null;
        try {
            batches = batches(pointer);
            question.accept(batches);
            return 0;
        } catch (Throwable failure) {
            if (batches != null) {
                batches.fail(failure);
            }
            return EIO;
        }
    }

    private static MemorySegment getLastError(MemorySegment pointer) {
        try {
            return batches(pointer).lastError();
        } catch (Throwable failure) {
            return MemorySegment.NULL;
        }
    }

    private static Batches batches(MemorySegment pointer) {
        long number = CStreamView.at(at(pointer, CStreamView.BYTE_SIZE), 0).privateData();
        if (EXPORTS.get(number) instanceof Batches batches) {
            return batches;
        }
        throw new IllegalStateException("stream is released: number=" + number);
    }

    private static boolean isNull(MemorySegment pointer) {
        return pointer.address() == 0;
    }

    private static void report(Throwable failure) {
        System.getLogger(Callbacks.class.getName())
                .log(System.Logger.Level.ERROR, "release of an Arrow export failed", failure);
    }
}
