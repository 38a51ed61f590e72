package dev.ashlar.tests.elements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.sun.management.ThreadMXBean;
import dev.ashlar.memory.Memory;
import dev.ashlar.tests.TestAllocator;
import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Arrays of bytes in structs: copied as a whole, and compared where they are. */
class ByteArrayTest {
    private static final byte[] BYTES = {1, -2, 3, -4, 5, -6, 7, -8, 9, -10, 11};

    @AutoClose
    private final TestAllocator allocator = new TestAllocator();

    @Test
    @SuppressWarnings("NullAway") // null on purpose
    void contentEquals_whenAnyByteOrTheLengthDiffers_isFalse() {
        KeyView key = KeyView.allocate(allocator, new Key(-1, BYTES, -1, -1));
        KeyBeanView bean = KeyBeanView.allocate(allocator, new KeyBean(-1, BYTES));
        PacketView packet = PacketView.allocate(allocator, new Packet(-1, BYTES));
        assertThat(key.bytesContentEquals_(BYTES)).isTrue();
        assertThat(bean.getBytes().contentEquals(BYTES)).isTrue();
        assertThat(packet.bodyContentEquals(BYTES)).isTrue();
        for (int index = 0; index < BYTES.length; index++) {
            byte[] other = BYTES.clone();
            other[index] ^= (byte) 0x80;
            assertThat(key.bytesContentEquals_(other)).isFalse();
            assertThat(bean.getBytes().contentEquals(other)).isFalse();
            assertThat(packet.bodyContentEquals(other)).isFalse();
        }
        for (int length : new int[] {0, 1, 8, 10, 12, 16}) {
            assertThat(key.bytesContentEquals_(Arrays.copyOf(BYTES, length))).isFalse();
            assertThat(bean.getBytes().contentEquals(Arrays.copyOf(BYTES, length)))
                    .isFalse();
            assertThat(packet.bodyContentEquals(Arrays.copyOf(BYTES, length))).isFalse();
        }
        assertThatNullPointerException().isThrownBy(() -> key.bytesContentEquals_(null));
        assertThatNullPointerException().isThrownBy(() -> bean.getBytes().contentEquals(null));
    }

    @Test
    void tail_whenEmpty_isCopiedAndCompared() {
        PacketView packet = PacketView.allocate(allocator, new Packet(1, new byte[0]));
        assertThat(packet.bodyToArray()).isEmpty();
        assertThat(packet.bodyContentEquals(new byte[0])).isTrue();
        assertThat(packet.bodyContentEquals(new byte[1])).isFalse();
    }

    @Test
    void copy_isNotTheMemory() {
        KeyView key = KeyView.allocate(allocator, new Key(0, BYTES, 0, 0));
        byte[] copy = key.bytesToArray_();
        assertThat(copy).isEqualTo(BYTES);
        copy[0] = 99;
        assertThat(key.bytes(0)).isEqualTo((byte) 1);
        assertThat(key.bytesToArray()).isZero();
        KeyBeanView bean = KeyBeanView.allocate(allocator, new KeyBean(0, BYTES));
        assertThat(bean.getBytes().toArray()).isEqualTo(BYTES);
        assertThat(PacketView.allocate(allocator, new Packet(0, BYTES)).bodyToArray())
                .isEqualTo(BYTES);
        assertThat(ArrayKindsView.allocate(allocator).cToArray()).containsExactly(0, 0);
        assertThat(ArrayKindsView.allocate(allocator).gToArray()).containsExactly(false, false);
        KeyColumns columns = KeyColumns.allocate(allocator, 3);
        columns.get(1).bytesFrom(BYTES);
        assertThat(columns.get(1).bytesToArray_()).isEqualTo(BYTES);
        assertThat(columns.get(1).bytesContentEquals_(BYTES)).isTrue();
        assertThat(columns.get(2).bytesContentEquals_(BYTES)).isFalse();
    }

    @Test
    void bytes_whenFreedOrReadOnly_behaveAsOtherLoads() {
        KeyView key = KeyView.allocate(allocator, new Key(0, BYTES, 0, 0));
        Memory readOnly = Memory.of(key.memory().segment().asReadOnly());
        assertThat(KeyView.at(readOnly).bytesContentEquals_(BYTES)).isTrue();
        assertThat(KeyView.at(readOnly).bytesToArray_()).isEqualTo(BYTES);
        Memory onHeap = Memory.of(MemorySegment.ofArray(new byte[64]));
        assertThat(KeyView.at(onHeap).bytesContentEquals_(new byte[11])).isTrue();
        key.free();
        assertThatIllegalStateException().isThrownBy(key::bytesToArray_);
        assertThatIllegalStateException().isThrownBy(() -> key.bytesContentEquals_(BYTES));
        assertThatIllegalStateException().isThrownBy(() -> key.bytesContentEquals_(new byte[0]));
    }

    /** In the interpreter and in compiled code alike. */
    @Test
    void contentEquals_makesNoObjects() {
        KeyView key = KeyView.allocate(allocator, new Key(0, BYTES, 0, 0));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long rounds = 20_000;
        assertThat(count(key, 100)).isEqualTo(100);
        long before = threads.getCurrentThreadAllocatedBytes();
        long equal = count(key, rounds);
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(equal).isEqualTo(rounds);
        // What the measurement itself takes, once.
        assertThat(bytes).isLessThan(2_000);
    }

    private static long count(KeyView key, long rounds) {
        long equal = 0;
        for (long round = 0; round < rounds; round++) {
            equal += key.bytesContentEquals_(BYTES) ? 1 : 0;
        }
        return equal;
    }
}
