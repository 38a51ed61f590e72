package dev.ashlar.tests.counted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.alloc.BumpAllocator;
import dev.ashlar.alloc.SharedAllocator;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import dev.ashlar.struct.StructDump;
import dev.ashlar.struct.StructLog;
import dev.ashlar.tests.TestAllocator;
import java.util.Arrays;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Tails that reach to the end of their handle. */
class ToEndTest {
    private static final String STRUCT = "struct=dev.ashlar.tests.counted.";

    @AutoClose
    private final TestAllocator allocator = new TestAllocator();

    @Test
    void struct_hasNoPaddingAtItsEnd() {
        assertThat(MessageView.BYTE_SIZE).isEqualTo(9);
        Message value = new Message(7, 2, "ab", new byte[] {1, 2, 3});
        MessageView message = MessageView.allocate(allocator, value);
        assertThat(message.memory().length())
                .isEqualTo(14)
                .isEqualTo(MessageView.type().byteSize(value))
                .isEqualTo(MessageView.type().byteSizeAt(message.memory(), 0));
        assertThat(message.read()).usingRecursiveComparison().isEqualTo(value);
        assertThat(message.bodyLength()).isEqualTo(3);
        assertThat(message.body(2)).isEqualTo((byte) 3);
        assertThat(message).hasToString("Message[time=7, n=2, name=ab, body=[1, 2, 3]]");
        MessageView same = MessageView.allocate(allocator, value);
        assertThat(message).isEqualTo(same).hasSameHashCodeAs(same);
        assertThat(same.body(0, (byte) 9)).isNotEqualTo(message);
        for (int length : new int[] {0, 1, 7, 8, 9}) {
            MessageView other = MessageView.allocate(allocator, new Message(1, 0, "", new byte[length]));
            assertThat(other.bodyLength()).isEqualTo(length);
            other.free();
        }
        assertThat(MessageView.allocate(allocator).bodyLength()).isZero();
    }

    @Test
    void handle_whateverAllocatorMadeIt_isAsLongAsTheRecord() {
        try (LinearMemory bumped = LinearMemory.create(1, 4);
                LinearMemory shared = LinearMemory.create(1, 4)) {
            Message value = new Message(7, 2, "ab", new byte[] {1, 2, 3});
            assertThat(MessageView.allocate(BumpAllocator.over(bumped, 64), value)
                            .bodyLength())
                    .isEqualTo(3);
            assertThat(MessageView.allocate(SharedAllocator.over(shared), value).bodyLength())
                    .isEqualTo(3);
        }
    }

    @Test
    void view_reachesToTheEndOfItsHandle() {
        Memory block = allocator.allocate(40);
        block.storeBytes(20, new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 1, 'x'});
        assertThat(MessageView.at(block, 20).bodyLength()).isEqualTo(10);
        assertThat(MessageView.at(block, 31).bodyLength()).isZero();
        assertThatThrownBy(() -> MessageView.at(block, 32)).isInstanceOf(IndexOutOfBoundsException.class);
        Memory part = Memory.of(block.segment().asSlice(20, 12));
        assertThat(MessageView.at(part).bodyLength()).isEqualTo(2);
        assertThat(MessageView.at(part).name()).isEqualTo("x");
        block.storeI8(28, 12);
        assertThatThrownBy(() -> MessageView.at(block, 20).bodyLength())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "tail of an impossible length: " + STRUCT + "Message component=name length=12 mostLength=11");
        MessageView view = MessageView.at(block, 0);
        block.free();
        assertThatThrownBy(view::bodyLength)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("freed");
    }

    @Test
    void elements_whenTheLastIsCutOff_areRefused() {
        assertThat(RestView.BYTE_SIZE).isEqualTo(4);
        RestView rest = RestView.allocate(allocator, new Rest((byte) 1, new int[] {2, 3}));
        assertThat(rest.memory().length()).isEqualTo(12);
        assertThat(rest.valuesToArray()).containsExactly(2, 3);
        RestView cut = RestView.at(allocator.allocate(10));
        assertThat(cut.kind()).isZero();
        assertThatThrownBy(cut::valuesToArray)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("tail of bytes that are not whole elements: " + STRUCT
                        + "Rest component=values byteLength=6 elementByteSize=4");
        assertThat(StructDump.of(cut))
                .endsWith("    4                           values: the end of the handle (impossible, at most 1)\n");
        assertThat(StructDump.of(rest)).endsWith("    4  02 00 00 00 03 00 00 00  values[0] = 2, 3\n");
        RestView freed = RestView.allocate(allocator);
        freed.free();
        assertThatThrownBy(freed::valuesLength)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("freed");
    }

    @Test
    void put_whenItDoesNotEndWithTheHandle_isRefused() {
        Memory block = allocator.allocate(40);
        Message value = new Message(7, 2, "ab", new byte[] {1, 2, 3});
        assertThat(MessageView.put(block, 26, value).read())
                .usingRecursiveComparison()
                .isEqualTo(value);
        byte[] before = block.loadBytes();
        assertThatThrownBy(() -> MessageView.put(block, 8, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("struct reaches to the end of its handle and would be longer than its value: " + STRUCT
                        + "Message byteOffset=8 byteSize=14 handleLength=40");
        assertThatThrownBy(() -> MessageView.put(block, 27, value)).isInstanceOf(IndexOutOfBoundsException.class);
        MessageView view = MessageView.at(block, 26);
        assertThatThrownBy(() -> view.write(new Message(7, 2, "ab", new byte[4])))
                .hasMessage("tail of another length, allocate another struct: " + STRUCT
                        + "Message component=body length=4 lengthThere=3");
        assertThat(block.loadBytes()).isEqualTo(before);
        view.write(new Message(8, 2, "cd", new byte[3]));
        assertThat(Arrays.copyOfRange(block.loadBytes(), 35, 40)).containsExactly('c', 'd', 0, 0, 0);
    }

    @Test
    void log_ofSuchStructs_isRefused() {
        Memory block = allocator.allocate(40);
        assertThatThrownBy(() -> StructLog.over(block, MessageView.type()))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("no log of structs that reach to the end of their handle: " + STRUCT + "Message");
        assertThatThrownBy(() -> StructLog.at(block, MessageView.type(), 0))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void type_saysThatItReachesToTheEnd() {
        assertThat(MessageView.type().reachesEnd()).isTrue();
        assertThat(HeaderView.type().reachesEnd()).isFalse();
        assertThat(MessageView.type().component("body").isToEnd()).isTrue();
        assertThat(MessageView.type().layoutTable())
                .endsWith("     9     0  name       String  U8[n]\n              body       byte[]  I8[to end]");
        assertThat(RestView.layout()).hasToString("[b1(kind)x3[0:i4](values)](Rest)");
    }
}
