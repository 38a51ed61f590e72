package dev.ashlar.memory;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A program that maps a file, makes each access until it is compiled, says {@code ready}, waits for a line while the file
 * is cut short, and makes each access once more. It says how each of them ended.
 */
final class TruncatedProcess {
    private static final long PAGES = 2;
    private static final int WARM_PLACES = 64;

    /** In the second page of the file. */
    private static final long GONE = LinearMemory.PAGE_BYTE_SIZE;

    private static final Memory OTHER = Memory.of(MemorySegment.ofArray(new byte[4_100]));

    private static long seen;

    private TruncatedProcess() {}

    /** An access to 8 bytes of a handle. */
    interface Operation {
        void run(Memory memory, long offset);
    }

    @SuppressWarnings("SystemOut") // this is how the process answers
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        int warmUp = Integer.parseInt(arguments[1]);
        Map<String, Operation> operations = operations();
        try (Arena arena = Arena.ofShared();
                LinearMemory memory = LinearMemory.map(file, PAGES, PAGES);
                FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long byteSize = memory.byteSize();
            List<Memory> handles = List.of(
                    memory.whole(),
                    memory.span(0, byteSize),
                    Memory.of(channel.map(MapMode.READ_WRITE, 0, byteSize, arena)));
            for (Operation operation : operations.values()) {
                for (int i = 0; i < warmUp; i++) {
                    operation.run(handles.get(i % handles.size()), 8L * (i % WARM_PLACES));
                }
            }
            System.out.println("ready");
            System.in.read();
            operations.forEach((name, operation) ->
                    handles.forEach(handle -> System.out.println(name + " " + outcome(operation, handle))));
        }
    }

    @SuppressWarnings("ThreadPriorityCheck") // yielding ends in a poll of the JVM
    private static String outcome(Operation operation, Memory handle) {
        try {
            operation.run(handle, GONE);
            Thread.yield();
            return "nothing";
        } catch (InternalError thrown) {
            return "InternalError";
        }
    }

    static Map<String, Operation> operations() {
        Map<String, Operation> operations = new LinkedHashMap<>();
        operations.put("loadI32Volatile", (memory, at) -> seen += memory.loadI32Volatile(at));
        operations.put("loadI32Acquire", (memory, at) -> seen += memory.loadI32Acquire(at));
        operations.put("storeI32Volatile", (memory, at) -> memory.storeI32Volatile(at, 1));
        operations.put("storeI32Release", (memory, at) -> memory.storeI32Release(at, 1));
        operations.put("compareAndSetI32", (memory, at) -> seen += memory.compareAndSetI32(at, 0, 1) ? 1 : 0);
        operations.put("compareAndExchangeI32", (memory, at) -> seen += memory.compareAndExchangeI32(at, 0, 1));
        operations.put("getAndSetI32", (memory, at) -> seen += memory.getAndSetI32(at, 0));
        operations.put("getAndAddI32", (memory, at) -> seen += memory.getAndAddI32(at, 1));
        operations.put("getAndBitwiseAndI32", (memory, at) -> seen += memory.getAndBitwiseAndI32(at, 0));
        operations.put("getAndBitwiseOrI32", (memory, at) -> seen += memory.getAndBitwiseOrI32(at, 1));
        operations.put("getAndBitwiseXorI32", (memory, at) -> seen += memory.getAndBitwiseXorI32(at, 1));
        operations.put("loadI64Volatile", (memory, at) -> seen += memory.loadI64Volatile(at));
        operations.put("loadI64Acquire", (memory, at) -> seen += memory.loadI64Acquire(at));
        operations.put("storeI64Volatile", (memory, at) -> memory.storeI64Volatile(at, 0));
        operations.put("storeI64Release", (memory, at) -> memory.storeI64Release(at, 0));
        operations.put("compareAndSetI64", (memory, at) -> seen += memory.compareAndSetI64(at, 0, 1) ? 1 : 0);
        operations.put("compareAndExchangeI64", (memory, at) -> seen += memory.compareAndExchangeI64(at, 0, 1));
        operations.put("getAndSetI64", (memory, at) -> seen += memory.getAndSetI64(at, 0));
        operations.put("getAndAddI64", (memory, at) -> seen += memory.getAndAddI64(at, 1));
        operations.put("getAndBitwiseAndI64", (memory, at) -> seen += memory.getAndBitwiseAndI64(at, 0));
        operations.put("getAndBitwiseOrI64", (memory, at) -> seen += memory.getAndBitwiseOrI64(at, 1));
        operations.put("getAndBitwiseXorI64", (memory, at) -> seen += memory.getAndBitwiseXorI64(at, 1));
        // What holds for all that others build of these.
        operations.put("loadI64", (memory, at) -> seen += memory.loadI64(at));
        operations.put("storeI64", (memory, at) -> memory.storeI64(at, 1));
        operations.put("loadBytes", (memory, at) -> seen += memory.loadBytes(at, 100)[99]);
        operations.put("storeBytes", (memory, at) -> memory.storeBytes(at, new byte[100]));
        operations.put("fill", (memory, at) -> memory.fill(at, 0, 100));
        operations.put("copyTo", (memory, at) -> memory.copyTo(at, memory, at + 8, 8));
        operations.put("mismatch", (memory, at) -> seen += memory.mismatch(at, memory, at, 9));
        operations.put("mismatch of much", (memory, at) -> seen += memory.mismatch(at, memory, at, 4_100));
        operations.put("mismatch with others", (memory, at) -> seen += OTHER.mismatch(0, memory, at, 4_100));
        return operations;
    }
}
