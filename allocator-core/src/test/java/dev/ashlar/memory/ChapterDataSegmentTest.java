package dev.ashlar.memory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Sections 5.3.1 and 5.3.2 of the tutorial chapter on WebAssembly memory, with its own data: active and passive data
 * segments. What the chapter's code gets wrong is right here.
 */
class ChapterDataSegmentTest {
    private static final String HELLO = "Hello, WebAssembly!";
    private static final String MESSAGES =
            "Error 1: Invalid input\0" + "Error 2: Out of memory\0" + "Error 3: Division by zero\0";
    private static final long BUFFER = 0x3000;
    private static final long OFFSETS = BUFFER + 1000;

    @EveryBacking
    void section_5_3_1_activeSegments(BackingKind kind) {
        try (LinearMemory memory = kind.create(1, 1)) {
            DataSegment.writeActive(
                    new DataSegment[] {
                        DataSegment.active(0x1000, HELLO.getBytes(UTF_8)),
                        DataSegment.active(0x1020, new byte[] {1, 2, 3, 4, 5, 6, 7, 8}),
                        DataSegment.active(0x1100, personRecord()),
                        DataSegment.active(0x2000, squares())
                    },
                    memory.whole());

            // 19 characters; the chapter's bound of 20 lets one byte too many through.
            assertThat(new String(memory.span(0x1000, 19).loadBytes(), UTF_8)).isEqualTo(HELLO);
            assertThat(memory.loadU8(0x1000 + 18)).isEqualTo('!');
            assertThat(memory.loadU8(0x1000 + 19)).isZero();
            assertThat(memory.loadI64(0x1020)).isEqualTo(0x0807_0605_0403_0201L);

            assertThat(memory.loadI32(0x1100)).isEqualTo(26);
            assertThat(memory.loadF32(0x1104)).isEqualTo(90.0f);
            int nameLength = memory.loadI32(0x1108);
            assertThat(nameLength).isEqualTo(5);
            assertThat(new String(memory.span(0x110C, nameLength).loadBytes(), UTF_8))
                    .isEqualTo("Alice");

            for (int n = 0; n < 16; n++) {
                assertThat(memory.loadI32(0x2000, 4L * n)).isEqualTo(n * n);
            }
        }
    }

    @EveryBacking
    void section_5_3_2_passiveSegments_messageTable(BackingKind kind) {
        try (LinearMemory memory = kind.create(1, 1)) {
            DataSegment template = DataSegment.passive("Template: ".getBytes(UTF_8));
            DataSegment messages = DataSegment.passive(MESSAGES.getBytes(UTF_8));
            DataSegment offsets = DataSegment.passive(littleEndian(0, 23, 46));

            // All 72 bytes; the chapter copies 60, and its offsets are 0, 20 and 43.
            assertThat(messages.byteSize()).isEqualTo(72);
            memory.init(messages, BUFFER, 0, 72);
            memory.init(offsets, OFFSETS, 0, 12);
            messages.drop();
            offsets.drop();

            assertThat(message(memory, 0)).isEqualTo("Error 1: Invalid input");
            assertThat(message(memory, 1)).isEqualTo("Error 2: Out of memory");
            assertThat(message(memory, 2)).isEqualTo("Error 3: Division by zero");

            memory.init(template, 0x4000, 0, 10);
            memory.copy(0x4000 + 10, BUFFER + 46, 26);
            assertThat(string(memory, 0x4000)).isEqualTo("Template: Error 3: Division by zero");

            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> memory.init(messages, BUFFER, 0, 1));
            memory.init(messages, BUFFER, 0, 0);
            memory.init(template, 0x5000, 0, 10);
            assertThat(string(memory, 0x5000)).isEqualTo("Template: ");
        }
    }

    private static byte[] personRecord() {
        return ByteBuffer.allocate(17)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(26)
                .putFloat(90.0f)
                .putInt(5)
                .put("Alice".getBytes(UTF_8))
                .array();
    }

    private static byte[] squares() {
        int[] squares = new int[16];
        for (int n = 0; n < 16; n++) {
            squares[n] = n * n;
        }
        return littleEndian(squares);
    }

    private static byte[] littleEndian(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            bytes.putInt(value);
        }
        return bytes.array();
    }

    private static String message(LinearMemory memory, int code) {
        return string(memory, BUFFER + memory.loadI32(OFFSETS, 4L * code));
    }

    private static String string(LinearMemory memory, long address) {
        long end = address;
        while (memory.loadI8(end) != 0) {
            end++;
        }
        return new String(memory.span(address, end - address).loadBytes(), UTF_8);
    }
}
