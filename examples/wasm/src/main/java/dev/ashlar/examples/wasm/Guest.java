package dev.ashlar.examples.wasm;

import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import run.endive.runtime.HostFunction;
import run.endive.runtime.ImportValues;
import run.endive.runtime.Instance;
import run.endive.wasm.Parser;
import run.endive.wasm.WasmEngineException;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.ValType;

/**
 * The guest of {@code guest.wat} on a memory of the host's.
 *
 * <p>The first page belongs to the guest, which has an allocator of its own there. From {@link #HOST_BASE} on the host
 * allocates, for itself and, through the import {@code host.allocate}, for the guest.
 */
public final class Guest implements AutoCloseable {
    private static final long HOST_BASE = LinearMemory.PAGE_BYTE_SIZE;
    private static final FunctionType ALLOCATE = FunctionType.of(List.of(ValType.I32), List.of(ValType.I32));

    private final LinearMemory memory;
    private final LinkedListAllocator allocator;
    private final Instance instance;

    public Guest() {
        this.memory = LinearMemory.create(2, 64);
        this.instance = Instance.builder(Parser.parse(moduleBytes()))
                .withMemoryFactory(limits -> new EngineMemory(memory))
                .withImportValues(ImportValues.builder()
                        .addFunction(new HostFunction("host", "allocate", ALLOCATE, this::allocate))
                        .build())
                .build();
        // After the guest: instantiation zeroes the whole memory.
        this.allocator = LinkedListAllocator.create(memory, HOST_BASE);
    }

    /** The memory that host and guest share. */
    public LinearMemory memory() {
        return memory;
    }

    /** The host's allocator, above the guest's page. */
    public LinkedListAllocator allocator() {
        return allocator;
    }

    /**
     * Calls an exported function that returns an address or a number, 0 if it returns nothing.
     *
     * @throws GuestException if the guest traps, naming the function, its arguments and what the engine says
     */
    public long call(String function, long... arguments) {
        try {
            long[] results = instance.export(function).apply(arguments);
            return results == null || results.length == 0 ? 0 : results[0];
        } catch (WasmEngineException trap) {
            throw new GuestException(
                    "the guest stopped with a trap: function=" + function + " arguments=" + Arrays.toString(arguments)
                            + " trap=" + trap.getMessage(),
                    trap);
        }
    }

    /** Calls an exported function that returns a floating-point number: the engine passes its bits. */
    public double callF64(String function, long... arguments) {
        return Double.longBitsToDouble(call(function, arguments));
    }

    /**
     * What the guest left at {@code address} in its own page, {@code byteSize} bytes of it. Nobody on this side frees it.
     *
     * @throws IndexOutOfBoundsException if the guest gave an address outside the memory
     */
    public Memory lent(long address, long byteSize) {
        return memory.span(Integer.toUnsignedLong((int) address), byteSize);
    }

    /**
     * A block that the guest asked of the host's allocator and now hands over, to be freed here.
     *
     * @throws IllegalStateException if no live block of that length starts there: guests are not trusted
     */
    public Memory handedOver(long address, long byteSize) {
        return allocator.make(Integer.toUnsignedLong((int) address), byteSize);
    }

    @Override
    public void close() {
        memory.close();
    }

    /** What the guest imports: an address, or 0 where there is no room, as C's malloc. */
    private long[] allocate(Instance caller, long... arguments) {
        long byteSize = Integer.toUnsignedLong((int) arguments[0]);
        Memory block = byteSize == 0 ? null : allocator.tryAllocate(byteSize);
        return new long[] {block == null ? 0 : block.offset()};
    }

    private static byte[] moduleBytes() {
        try (InputStream module = Guest.class.getResourceAsStream("guest.wasm")) {
            return Objects.requireNonNull(module, "guest.wasm").readAllBytes();
        } catch (IOException failure) {
            throw new IllegalStateException("cannot read guest.wasm from the example's own classes", failure);
        }
    }
}
