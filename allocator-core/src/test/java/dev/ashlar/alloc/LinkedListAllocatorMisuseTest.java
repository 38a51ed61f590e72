package dev.ashlar.alloc;

import static dev.ashlar.alloc.HeapAssert.assertWhole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that is not exactly a live block is refused, and the heap is as before: for blocks of several sizes. */
class LinkedListAllocatorMisuseTest {
    private final LinearMemory memory = LinearMemory.create(1, 8);
    private final LinkedListAllocator allocator = LinkedListAllocator.over(memory);

    @AfterEach
    void close() {
        memory.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 8, 16, 100, 512, 2_000})
    void free_whenFreedAlready_isRefused(long byteSize) {
        Memory block = allocator.allocate(byteSize);
        block.free();
        assertRefused(block::free, "already freed");
        assertRefused(() -> allocator.freeAddress(block.offset()), "address=" + block.offset());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 8, 16, 100, 512, 2_000})
    void freeAddress_whenItIsAnyAddressButThatOfTheBlock_isRefused(long byteSize) {
        long live = allocator.allocateAddress(byteSize);
        byte[] before = memory.span(0, memory.byteSize()).loadBytes();
        for (long address = -32; address < memory.byteSize() + 32; address += address < 4_096 ? 1 : 8) {
            if (address != live && isFreed(address)) {
                fail("freed address=%d live=%d", address, live);
            }
        }
        assertThat(Arrays.equals(before, memory.span(0, memory.byteSize()).loadBytes()))
                .isTrue();
        assertWhole(allocator);
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 1L << 32, 1L << 52, Long.MAX_VALUE})
    void freeAddress_whenFarOutside_isRefused(long address) {
        allocator.allocateAddress(2_000);
        assertRefused(() -> allocator.freeAddress(address), "address=" + address);
        assertRefused(() -> allocator.reallocateAddress(address, 8), "address=" + address);
        assertRefused(() -> allocator.make(address, 8), "address=" + address);
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 8, 16, 100, 512, 2_000})
    void make_whenTheLengthIsOff_isRefused(long byteSize) {
        long address = allocator.allocateAddress(byteSize);
        assertRefused(() -> allocator.make(address, byteSize - 1), "blockLength=" + byteSize);
        assertRefused(() -> allocator.make(address, byteSize + 1), "blockLength=" + byteSize);
        assertRefused(() -> allocator.make(address, 0), "length=0");
        assertRefused(() -> allocator.make(address, -1), "length=-1");
        assertThat(allocator.make(address, byteSize).length()).isEqualTo(byteSize);
    }

    @ParameterizedTest
    @ValueSource(longs = {64, 512, 2_000})
    void freeAddress_whenThePayloadIsForgedToLookLikeABlock_isRefused(long byteSize) {
        Memory block = allocator.allocate(byteSize);
        long header = memory.loadI64(block.offset() - 8);
        for (long offset = 0; offset + 8 <= byteSize; offset += 8) {
            block.storeI64(offset, (header & ~0x0000_FFFF_FFFF_FFF0L) | 32);
        }
        for (long offset = 8; offset < byteSize; offset += 8) {
            long forged = block.offset() + offset;
            assertRefused(() -> allocator.freeAddress(forged), "address=" + forged);
            assertRefused(() -> allocator.make(forged, 24), "address=" + forged);
        }
        block.free();
        assertWhole(allocator);
    }

    /** A handle knows whose it is, so that no allocator can be given another one's. */
    @ParameterizedTest
    @ValueSource(longs = {8, 100, 2_000})
    void free_whenAnotherAllocatorHasABlockAtTheSameAddress_freesTheOwn(long byteSize) {
        try (LinearMemory other = LinearMemory.create(1)) {
            LinkedListAllocator twin = LinkedListAllocator.over(other);
            Memory block = allocator.allocate(byteSize);
            Memory foreign = twin.allocate(byteSize);
            assertThat(foreign.offset()).isEqualTo(block.offset());
            foreign.free();
            assertThat(twin.usedByteSize()).isZero();
            assertThat(block.length()).isEqualTo(byteSize);
            assertThat(allocator.usedByteSize()).isEqualTo(byteSize);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {8, 100, 2_000})
    void free_whenTheHandleIsASpanOverALiveBlock_isRefused(long byteSize) {
        Memory block = allocator.allocate(byteSize);
        Memory span = memory.span(block.offset(), byteSize);
        assertRefused(span::free, "no allocator owns");
        assertThat(block.length()).isEqualTo(byteSize);
    }

    @ParameterizedTest
    @ValueSource(longs = {8, 100, 2_000})
    void free_whenTheBlockWasReusedWithAnotherLength_refusesTheSecondHandle(long byteSize) {
        Memory block = allocator.allocate(byteSize);
        Memory second = allocator.make(block.offset(), byteSize);
        block.free();
        Memory reused = allocator.allocate(byteSize - 1);
        assertThat(reused.offset()).isEqualTo(second.offset());
        assertRefused(second::free, "blockLength=" + (byteSize - 1));
        assertRefused(() -> second.reallocate(byteSize + 1), "blockLength=" + (byteSize - 1));
        assertThat(reused.length()).isEqualTo(byteSize - 1);
    }

    private boolean isFreed(long address) {
        try {
            allocator.freeAddress(address);
            return true;
        } catch (IllegalStateException refused) {
            return false;
        }
    }

    private void assertRefused(ThrowingCallable operation, String fact) {
        AllocatorStats before = allocator.stats();
        assertThatThrownBy(operation).isInstanceOf(IllegalStateException.class).hasMessageContaining(fact);
        assertThat(allocator.stats()).isEqualTo(before);
        assertWhole(allocator);
    }
}
