package dev.ashlar.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Handles: their bounds, their end, their owners. */
class MemoryTest {
    @EveryBacking
    void access_outsideTheHandle_isRefused_evenInsideTheMemory(BackingKind kind) {
        try (LinearMemory memory = kind.create(1, 1)) {
            Memory handle = memory.span(64, 16);
            handle.storeI64(8, 1);
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> handle.loadI64(9))
                    .withMessage("access outside the handle: offset=9 byteSize=8 handleOffset=64 handleLength=16");
            assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> handle.storeI8(-1, 0));
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> handle.storeBytes(new byte[17]));
            assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> handle.fill(8, 1, 9));
            assertThat(handle.loadBytes()).containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0);
            assertThat(memory.loadI64(72)).isEqualTo(1);
        }
    }

    @EveryBacking
    void whole_isTheHandleOfTheMemory(BackingKind kind) {
        try (LinearMemory memory = kind.create(1, 1)) {
            Claim claim = memory.claim(0, new RecordingOwner());
            Memory handle = claim.handle(16, 8);
            assertThat(handle.whole()).isSameAs(memory.whole());
            assertThat(memory.span(64, 8).whole()).isSameAs(memory.whole());
            assertThat(memory.whole().whole()).isSameAs(memory.whole());
            claim.revoke(handle);
            assertThat(handle.whole()).isSameAs(memory.whole());
            assertThat(Memory.of(memory.segment()).whole()).isNull();
        }
    }

    @EveryBacking
    void revoke_endsEveryAccessThroughTheHandle(BackingKind kind) {
        try (LinearMemory memory = kind.create(1, 1)) {
            Claim claim = memory.claim(0, new RecordingOwner());
            Memory handle = claim.handle(16, 8);
            Memory second = claim.handle(16, 8);
            claim.revoke(handle);

            assertFreed(() -> handle.loadI8(0));
            assertFreed(() -> handle.loadF64(0));
            assertFreed(() -> handle.storeI32(0, 1));
            assertFreed(() -> handle.getAndAddI64(0, 1));
            assertFreed(() -> handle.checkRange(0, 0));
            assertFreed(handle::loadBytes);
            assertFreed(() -> second.copyTo(handle));
            assertFreed(() -> handle.copyTo(second));
            assertFreed(() -> handle.fill(0));
            assertFreed(handle::segment);
            assertFreed(handle::length);
            assertThat(handle.isAlive()).isFalse();
            assertThat(handle.offset()).isEqualTo(16);
            assertThat(handle).hasToString("Memory[freed]");
            assertThat(second).hasToString("Memory[offset=16, length=8]");
            second.storeI64(0, 1);
        }
    }

    @Test
    void free_goesToTheOwner_once() {
        try (LinearMemory memory = LinearMemory.create(1, 1)) {
            RecordingOwner owner = new RecordingOwner();
            Claim claim = memory.claim(0, owner);
            owner.claim = claim;
            Memory handle = claim.handle(16, 8);
            handle.free();
            assertThat(owner.frees).isEqualTo(1);
            assertThatIllegalStateException()
                    .isThrownBy(handle::free)
                    .withMessage("free of memory that is already freed: offset=16");
            assertThatIllegalStateException().isThrownBy(() -> handle.reallocate(1));
            handle.close();
            assertThat(owner.frees).isEqualTo(1);
        }
    }

    @Test
    void free_ofMemoryNobodyOwns_isRefused_andCloseDoesNothing() {
        try (LinearMemory memory = LinearMemory.create(1, 1)) {
            for (Memory unowned :
                    new Memory[] {memory.whole(), memory.span(8, 8), Memory.of(MemorySegment.ofArray(new byte[8]))}) {
                assertThatIllegalStateException().isThrownBy(unowned::free).withMessageContaining("no allocator owns");
                assertThatIllegalStateException().isThrownBy(() -> unowned.reallocate(4));
                unowned.close();
                unowned.loadI64(0);
            }
        }
    }

    @Test
    void close_afterTheMemory_doesNothing() {
        LinearMemory memory = LinearMemory.create(1, 1);
        RecordingOwner owner = new RecordingOwner();
        Memory handle = memory.claim(0, owner).handle(0, 8);
        memory.close();
        handle.close();
        assertThat(owner.frees).isZero();
        assertThatIllegalStateException().isThrownBy(handle::free).withMessageContaining("closed");
    }

    @Test
    void of_wrapsAnySegment_withItsOwnRules() throws InterruptedException {
        byte[] array = new byte[8];
        Memory onHeap = Memory.of(MemorySegment.ofArray(array));
        onHeap.storeI32(1, 0x0403_0201);
        assertThat(array).containsExactly(0, 1, 2, 3, 4, 0, 0, 0);

        Memory readOnly = Memory.of(MemorySegment.ofArray(array).asReadOnly());
        assertThat(readOnly.loadI8(1)).isEqualTo(1);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> readOnly.storeI8(0, 9))
                .withMessageContaining("read-only");
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> readOnly.fill(9))
                .withMessageContaining("read-only");
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> readOnly.storeBytes(new byte[] {9}))
                .withMessageContaining("read-only");

        Memory ended;
        try (Arena arena = Arena.ofConfined()) {
            ended = Memory.of(arena.allocate(8));
            ended.storeI64(0, 1);
            Throwable[] seen = new Throwable[1];
            Thread other = new Thread(() -> {
                try {
                    ended.loadI64(0);
                } catch (WrongThreadException refused) {
                    seen[0] = refused;
                }
            });
            other.start();
            other.join();
            assertThat(seen[0]).isInstanceOf(WrongThreadException.class);
        }
        assertThatIllegalStateException().isThrownBy(() -> ended.loadI64(0)).withMessageContaining("closed");
    }

    @Test
    void segment_isBoundedToTheHandle() {
        try (LinearMemory memory = LinearMemory.create(1, 1)) {
            MemorySegment segment = memory.span(8, 4).segment();
            assertThat(segment.byteSize()).isEqualTo(4);
            segment.set(ValueLayout.JAVA_INT_UNALIGNED, 0, 5);
            assertThat(memory.loadI32(8)).isEqualTo(5);
        }
    }

    @Test
    void copyTo_whenTheTargetIsShorter_copiesNothing() {
        try (LinearMemory memory = LinearMemory.create(1, 1)) {
            memory.fill(0, 7, 16);
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> memory.span(0, 16).copyTo(memory.span(32, 15)));
            assertThat(memory.loadI64(32)).isZero();
            memory.span(0, 16).copyTo(memory.span(32, 16));
            assertThat(memory.loadI64(40)).isEqualTo(0x0707_0707_0707_0707L);
        }
    }

    @EveryBacking
    void copyTo_anArray_andBack_keepsTheOrderOfBytes(BackingKind kind) {
        ValueLayout big = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
        LinearMemory memory = kind.create(1, 1);
        Memory span = memory.span(9, 20);
        span.copyFrom(3, big, new int[] {7, 1, 0x0203_0405, 8}, 1, 2);
        assertThat(span.loadBytes(2, 10)).containsExactly(0, 0, 0, 0, 1, 2, 3, 4, 5, 0);
        int[] loaded = {9, 9, 9, 9};
        span.copyTo(3, big, loaded, 1, 2);
        assertThat(loaded).containsExactly(9, 1, 0x0203_0405, 9);
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> span.copyTo(13, big, loaded, 0, 2))
                .withMessageContaining("offset=13 byteSize=8");
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> span.copyFrom(0, big, loaded, 3, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> span.copyTo(0, big, new long[2], 0, 2));
        assertThat(loaded).containsExactly(9, 1, 0x0203_0405, 9);
        assertThat(span.loadI32(0)).isZero();
        memory.close();
        assertThatIllegalStateException().isThrownBy(() -> span.copyTo(3, big, loaded, 1, 2));
        assertThatIllegalStateException().isThrownBy(() -> span.copyFrom(3, big, loaded, 1, 2));
    }

    @EveryBacking
    void mismatch_isTheDistanceToTheFirstOtherByte(BackingKind kind) {
        LinearMemory memory = kind.create(1, 1);
        Memory one = memory.span(0, 50);
        Memory other = Memory.of(MemorySegment.ofArray(new byte[50]));
        assertThat(one.mismatch(0, other, 0, 50)).isEqualTo(-1);
        one.storeI8(30, 1);
        assertThat(one.mismatch(10, other, 5, 40)).isEqualTo(20);
        assertThat(one.mismatch(10, other, 5, 20)).isEqualTo(-1);
        assertThat(other.mismatch(50, one, 50, 0)).isEqualTo(-1);
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> one.mismatch(0, other, 40, 11))
                .withMessageContaining("offset=40 byteSize=11");
        memory.close();
        assertThatIllegalStateException().isThrownBy(() -> other.mismatch(0, one, 0, 1));
    }

    @Test
    void isReadOnly_saysWhetherStoresAreRefused() {
        assertThat(Memory.of(MemorySegment.ofArray(new byte[1])).isReadOnly()).isFalse();
        Memory constant = Memory.of(MemorySegment.ofArray(new byte[4]).asReadOnly());
        assertThat(constant.isReadOnly()).isTrue();
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> constant.copyFrom(0, ValueLayout.JAVA_BYTE, new byte[4], 0, 4))
                .withMessageContaining("read-only");
    }

    @EveryBacking
    void atomics_changeOneValue_andReturnWhatStoodThere(BackingKind kind) {
        try (LinearMemory memory = kind.create(1, 1)) {
            Memory handle = memory.span(64, 64);
            handle.storeI32Volatile(0, 1);
            assertThat(handle.loadI32Volatile(0)).isEqualTo(1);
            handle.storeI32Release(0, 2);
            assertThat(handle.loadI32Acquire(0)).isEqualTo(2);
            assertThat(handle.compareAndSetI32(0, 1, 9)).isFalse();
            assertThat(handle.compareAndSetI32(0, 2, 3)).isTrue();
            assertThat(handle.compareAndExchangeI32(0, 3, 4)).isEqualTo(3);
            assertThat(handle.getAndSetI32(0, 0b1100)).isEqualTo(4);
            assertThat(handle.getAndBitwiseOrI32(0, 0b0011)).isEqualTo(0b1100);
            assertThat(handle.getAndBitwiseAndI32(0, 0b0110)).isEqualTo(0b1111);
            assertThat(handle.getAndBitwiseXorI32(0, 0b1111)).isEqualTo(0b0110);
            assertThat(handle.getAndAddI32(0, Integer.MAX_VALUE)).isEqualTo(0b1001);
            assertThat(handle.loadI32(0)).isEqualTo(Integer.MIN_VALUE + 8);

            handle.storeI64Volatile(8, 1);
            assertThat(handle.loadI64Volatile(8)).isEqualTo(1);
            handle.storeI64Release(8, 2);
            assertThat(handle.loadI64Acquire(8)).isEqualTo(2);
            assertThat(handle.compareAndSetI64(8, 1, 9)).isFalse();
            assertThat(handle.compareAndSetI64(8, 2, 3)).isTrue();
            assertThat(handle.compareAndExchangeI64(8, 3, 4)).isEqualTo(3);
            assertThat(handle.getAndSetI64(8, 1L << 40)).isEqualTo(4);
            assertThat(handle.getAndBitwiseOrI64(8, 1)).isEqualTo(1L << 40);
            assertThat(handle.getAndBitwiseAndI64(8, 1)).isEqualTo((1L << 40) + 1);
            assertThat(handle.getAndBitwiseXorI64(8, 3)).isEqualTo(1);
            assertThat(handle.getAndAddI64(8, -3)).isEqualTo(2);
            assertThat(handle.loadI64(8)).isEqualTo(-1);
        }
    }

    @EveryBacking
    void atomics_whereTheyCannotBe_areRefused(BackingKind kind) {
        try (LinearMemory memory = kind.create(1, 1)) {
            Memory handle = memory.span(64, 16);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> handle.loadI32Volatile(2))
                    .withMessageContaining("offset=2 byteSize=4 handleOffset=64");
            assertThatIllegalArgumentException().isThrownBy(() -> handle.getAndAddI64(4, 1));
            assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> handle.storeI64Release(16, 1));
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> Memory.of(MemorySegment.ofArray(new byte[8])).loadI32Volatile(0));
        }
    }

    @EveryBacking
    void atomics_afterTheEnd_sayWhy_evenWhereTheyAreNotAligned(BackingKind kind) {
        LinearMemory memory = kind.create(1, 1);
        Claim claim = memory.claim(0, new RecordingOwner());
        Memory handle = claim.handle(64, 16);
        Memory other = claim.handle(64, 16);
        claim.revoke(handle);
        assertFreed(() -> handle.getAndAddI32(2, 1));
        memory.close();
        assertThatIllegalStateException()
                .isThrownBy(() -> other.getAndAddI32(2, 1))
                .withMessageContaining("closed");
    }

    @Test
    void atomics_ofReadOnlyMemory_canBeLoadedOnly() {
        Memory readOnly = Memory.of(MemorySegment.ofArray(new long[2]).asReadOnly());
        assertThat(readOnly.loadI64Volatile(8)).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> readOnly.loadI32Acquire(2))
                .withMessageContaining("aligned");
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> readOnly.storeI32Release(4, 1))
                .withMessageContaining("offset=4 byteSize=4");
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> readOnly.compareAndSetI64(8, 0, 1));
    }

    @EveryBacking
    void storeBytes_whereARangeDoesNotFit_storesNothing(BackingKind kind) {
        try (LinearMemory memory = kind.create(1, 1)) {
            Memory handle = memory.span(64, 4);
            byte[] bytes = {1, 2, 3};
            int[][] refused = {{0, 4}, {3, 1}, {4, 0}, {-1, 1}, {0, -1}, {1, Integer.MAX_VALUE}};
            for (int[] range : refused) {
                assertThatExceptionOfType(IndexOutOfBoundsException.class)
                        .isThrownBy(() -> handle.storeBytes(0, bytes, range[0], range[1]));
            }
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> handle.storeBytes(0, bytes, 1, 3))
                    .withMessage("range outside the array: from=1 byteSize=3 arrayLength=3");
            assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> handle.storeBytes(2, bytes));
            assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> handle.loadBytes(1, 4));
            assertThat(memory.span(60, 12).loadBytes()).containsOnly(0);
            handle.storeBytes(4, bytes, 3, 0);
            handle.storeBytes(2, bytes, 1, 2);
            assertThat(handle.loadBytes()).containsExactly(0, 0, 2, 3);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void copyOfAnArray_whenRefused_saysWhatIsWrongWithIt(boolean stores) {
        Memory memory = Memory.of(MemorySegment.ofArray(new long[2]));
        assertThatIndexOutOfBounds(
                () -> copy(stores, memory, 0, ValueLayout.JAVA_INT_UNALIGNED, new int[4], 3),
                "range outside the array: index=3 length=2 arrayLength=4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> copy(stores, memory, 0, ValueLayout.JAVA_INT_UNALIGNED, new long[4], 0))
                .withMessage("array is not one of the layout's type: array=long[] layoutType=int");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> copy(stores, memory, 0, ValueLayout.JAVA_INT_UNALIGNED, "text", 0))
                .withMessage("array is not one of the layout's type: array=java.lang.String layoutType=int");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> copy(stores, memory, 1, ValueLayout.JAVA_INT, new int[4], 0))
                .withMessage("elements are not aligned as their layout asks; use an unaligned one, such as"
                        + " JAVA_INT_UNALIGNED: offset=1 byteAlignment=4 handleOffset=0");
    }

    private static void assertThatIndexOutOfBounds(ThrowingCallable copy, String message) {
        assertThatThrownBy(copy).isInstanceOf(IndexOutOfBoundsException.class).hasMessage(message);
    }

    private static void copy(boolean stores, Memory memory, long offset, ValueLayout layout, Object array, int index) {
        if (stores) {
            memory.copyFrom(offset, layout, array, index, 2);
        } else {
            memory.copyTo(offset, layout, array, index, 2);
        }
    }

    @Test
    void close_ofABlock_whoseOwnerFreesNoSingleBlocks_leavesItAlone() {
        Owner keeper = new Owner() {
            @Override
            public void free(Memory handle) {
                throw new AssertionError("free of a single block");
            }

            @Override
            public Memory reallocate(Memory handle, long newLength, long byteAlignment) {
                throw new AssertionError("not in this test");
            }

            @Override
            public boolean freesSingleBlocks() {
                return false;
            }

            @Override
            public long defaultByteAlignment() {
                return 16;
            }
        };
        try (LinearMemory memory = LinearMemory.create(1, 1)) {
            Memory block = memory.claim(0, keeper).handle(16, 8);
            block.close();
            assertThat(block.isAlive()).isTrue();
        }
    }

    private static void assertFreed(Runnable access) {
        assertThatIllegalStateException().isThrownBy(access::run).withMessageContaining("freed");
    }
}
