/**
 * Linear memory as WebAssembly has it, and bounded, revocable handles into it.
 *
 * <p>Sizes, addresses and offsets are in bytes; indexes count elements. Values are little-endian and need no
 * alignment unless a method says otherwise. Unless a method says otherwise, a {@code null} argument is refused with
 * {@link java.lang.NullPointerException}, and loads and stores race between threads as plain Java fields do.
 *
 * <table>
 *   <caption>A memory</caption>
 *   <tr><td>{@link LinearMemory}<td>{@code LinearMemory.create(1)}, {@code memory.grow(3)}, {@code
 *   memory.storeI32(address, 7)}
 *   <tr><td>{@link DataSegment}<td>{@code LinearMemory.create(1, 10, DataSegment.active(0x8000, greeting))}
 *   <tr><td>{@link MapOption}<td>{@code LinearMemory.map(path, 1, 1_000, MapOption.ASSUME_ALLOCATED)}
 *   <tr><td>{@link CloseHook}<td>{@code memory.addCloseHook(hook)}: a last look before it closes
 * </table>
 *
 * <table>
 *   <caption>Parts of a memory</caption>
 *   <tr><td>{@link Memory}<td>{@code block.loadF64(8)}: a handle with bounds, which throws once it is freed
 *   <tr><td>{@link Claim}, {@link Owner}<td>{@code memory.claim(0, 4_096, owner)}: bytes that belong to one allocator
 *   <tr><td>{@link Alignment}<td>{@code Alignment.alignUp(offset, 8)}
 * </table>
 *
 * <table>
 *   <caption>What is thrown</caption>
 *   <tr><td>{@link HeapFormatException}<td>a file or a region that holds no heap, or a damaged one
 *   <tr><td>{@link HeapDamagedException}<td>a heap whose bookkeeping was overwritten
 *   <tr><td>{@link MemoryReservationException}<td>no address space for a memory
 * </table>
 */
@NullMarked
package dev.ashlar.memory;

import org.jspecify.annotations.NullMarked;
