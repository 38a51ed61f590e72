package dev.ashlar.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Linear memory with the rest of Java: segments, buffers, channels. */
class InteropTest {
    private static final long PAGE = LinearMemory.PAGE_BYTE_SIZE;

    @TempDir
    Path directory;

    @EveryBacking
    void segment_isTheMemoryItself(BackingKind kind) {
        try (LinearMemory memory = kind.create(1, 2)) {
            MemorySegment segment = memory.segment();
            segment.set(ValueLayout.JAVA_INT_UNALIGNED, 5, 42);
            assertThat(memory.loadI32(5)).isEqualTo(42);
            memory.storeF64(9, 0.5);
            assertThat(segment.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, 9)).isEqualTo(0.5);
            assertThat(memory.span(9, 8).segment().get(ValueLayout.JAVA_DOUBLE_UNALIGNED, 0))
                    .isEqualTo(0.5);
            assertThat(segment.byteSize()).isEqualTo(PAGE);
        }
    }

    @EveryBacking
    void segment_isCopiedInAndOut(BackingKind kind) {
        try (LinearMemory memory = kind.create(1, 1);
                Arena arena = Arena.ofConfined()) {
            MemorySegment outside = arena.allocateFrom(ValueLayout.JAVA_INT_UNALIGNED, 1, 2, 3);
            memory.segment().asSlice(100).copyFrom(outside);
            assertThat(memory.loadI32(108)).isEqualTo(3);
            memory.storeI32(104, 20);
            outside.copyFrom(memory.segment().asSlice(100, 12));
            assertThat(outside.toArray(ValueLayout.JAVA_INT_UNALIGNED)).containsExactly(1, 20, 3);
            int[] onHeap = new int[2];
            MemorySegment.copy(memory.segment(), ValueLayout.JAVA_INT_UNALIGNED, 104, onHeap, 0, 2);
            assertThat(onHeap).containsExactly(20, 3);
            Memory.of(outside).copyTo(memory.span(200, 12));
            assertThat(memory.loadI32(204)).isEqualTo(20);
        }
    }

    @EveryBacking
    void segment_holdsStringsForC(BackingKind kind) {
        try (LinearMemory memory = kind.create(1, 1)) {
            memory.segment().setString(64, "Grüße");
            assertThat(memory.loadU8(64 + 7)).isZero();
            assertThat(memory.segment().getString(64)).isEqualTo("Grüße");
        }
    }

    @EveryBacking
    void baseAlignment_isThatOfTheAddress(BackingKind kind) {
        try (LinearMemory memory = kind.create(1, 2)) {
            assertThat(Alignment.isValid(memory.baseAlignment())).isTrue();
            assertThat(memory.segment().maxByteAlignment()).isGreaterThanOrEqualTo(memory.baseAlignment());
        }
    }

    @ParameterizedTest
    @MethodSource("dev.ashlar.memory.BackingKind#offHeap")
    void byteBuffer_seesTheMemory_andEndsWithIt(BackingKind kind) {
        LinearMemory memory = kind.create(1, 1);
        ByteBuffer buffer = memory.span(16, 16).segment().asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        assertThat(buffer.isDirect()).isTrue();
        buffer.putInt(4, 42);
        assertThat(memory.loadI32(20)).isEqualTo(42);
        memory.storeI16(16, 7);
        assertThat(buffer.getShort(0)).isEqualTo((short) 7);
        memory.close();
        assertThatIllegalStateException().isThrownBy(() -> buffer.get(0));
    }

    @Test
    void byteBuffer_ofHeapMemory_isRefused() {
        try (LinearMemory memory = LinearMemory.createOnHeap(1, 1)) {
            assertThatExceptionOfType(UnsupportedOperationException.class)
                    .isThrownBy(() -> memory.segment().asByteBuffer());
        }
    }

    @ParameterizedTest
    @MethodSource("dev.ashlar.memory.BackingKind#offHeap")
    void fileChannel_readsStraightIntoTheMemory_andWritesFromIt(BackingKind kind) throws IOException {
        Path file = Files.write(directory.resolve("data"), new byte[] {1, 2, 3, 4, 5});
        try (LinearMemory memory = kind.create(1, 1);
                FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            assertThat(channel.read(memory.span(1000, 100).segment().asByteBuffer()))
                    .isEqualTo(5);
            assertThat(memory.span(999, 7).loadBytes()).containsExactly(0, 1, 2, 3, 4, 5, 0);
            memory.storeI8(1000, 9);
            channel.write(memory.span(1000, 2).segment().asByteBuffer(), 3);
            assertThat(Files.readAllBytes(file)).containsExactly(1, 2, 3, 9, 2);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.ashlar.memory.BackingKind#offHeap")
    void socketChannel_readsStraightIntoTheMemory_andWritesFromIt(BackingKind kind) throws IOException {
        try (LinearMemory memory = kind.create(1, 1);
                ServerSocketChannel server =
                        ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                SocketChannel sender = SocketChannel.open(Objects.requireNonNull(server.getLocalAddress()));
                SocketChannel receiver = server.accept()) {
            memory.storeI64(0, 0x0807_0605_0403_0201L);
            ByteBuffer from = memory.span(0, 8).segment().asByteBuffer();
            ByteBuffer to = memory.span(100, 8).segment().asByteBuffer();
            while (from.hasRemaining()) {
                sender.write(from);
            }
            while (to.hasRemaining()) {
                receiver.read(to);
            }
            assertThat(memory.loadI64(100)).isEqualTo(0x0807_0605_0403_0201L);
        }
    }

    @Test
    void segment_ofAMappedFile_canBeForced() throws IOException {
        Path file = directory.resolve("memory");
        try (LinearMemory memory = LinearMemory.map(file, 1, 2)) {
            memory.storeI8(3, 5);
            memory.segment().force();
            assertThat(Files.readAllBytes(file)[3]).isEqualTo((byte) 5);
        }
    }

    @Test
    void segments_ofLargeMemories_areLong() {
        // A buffer holds 2 GiB at most, a segment does not.
        try (LinearMemory memory = LinearMemory.create(0, 1 << 17)) {
            assertThat(memory.maxPages() * PAGE).isEqualTo(1L << 33);
            assertThat(memory.segment().byteSize()).isZero();
        }
    }
}
