package dev.ashlar.tests.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import dev.ashlar.struct.Ref;
import dev.ashlar.struct.StructDump;
import dev.ashlar.struct.StructType;
import dev.ashlar.tests.TestAllocator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The dumps of structs, held against texts that were read by people. */
class DumpTest {
    @AutoClose
    private final TestAllocator allocator = new TestAllocator();

    @Test
    void of_printsEveryKind() {
        KindsView kinds = KindsView.allocate(
                allocator,
                new Kinds(
                        true,
                        'x',
                        200,
                        Color.GREEN,
                        -1,
                        1.5f,
                        175.5,
                        -3,
                        2,
                        true,
                        "Grüße\n",
                        new short[] {1, 2, 3, 4, -5},
                        new Color[] {Color.RED, Color.GREEN, Color.RED},
                        new Point((short) 1, (short) 2),
                        new Point[] {new Point((short) 3, (short) 4), new Point((short) 5, (short) 6)},
                        9,
                        MemorySegment.ofAddress(0x7f00),
                        new Ref<>(64)));
        assertThat(StructDump.of(kinds)).isEqualTo("""
dev.ashlar.tests.dump.Kinds: 104 bytes at 0 of Memory[offset=16, length=104]
    0  01                       on = true
    1  00                       (padding)
    2  78 00                    letter = 'x'
    4  c8                       small = 200
    5  00 00 00                 (padding)
    8  07 00 00 00              color = GREEN (7)
   12  00 00 00 00              (padding)
   16  ff ff ff ff ff ff ff ff  big = -1
   24  00 00 c0 3f              single = 1.5
   28  00 00 00 00              (padding)
   32  00 00 00 00 00 f0 65 40  height = 175.5
   40  35                       mode = -3 (bits 0:3)
   40  35                       bits = 2 (bits 3:2)
   40  35                       open = true (bits 5:1)
   41  47 72 c3 bc c3 9f 65 0a  name = "Grüße\\u000a"
   49  00 00
   51  00                       (padding)
   52  01 00 02 00 03 00 04 00  numbers[0] = 1, 2, 3, 4
   60  fb ff                    numbers[4] = -5
   62  05 07 05                 colors[0] = RED (5), GREEN (7), RED (5)
   65  00                       (padding)
   66                           start: dev.ashlar.tests.dump.Point
   66  00 01                      x = 1
   68  00 02                      y = 2
   70                           rest[0]: dev.ashlar.tests.dump.Point
   70  00 03                      x = 3
   72  00 04                      y = 4
   74                           rest[1]: dev.ashlar.tests.dump.Point
   74  00 05                      x = 5
   76  00 06                      y = 6
   78  00 00                    (padding)
   80  09 00 00 00              count = 9
   84  00 00 00 00              (padding)
   88  00 7f 00 00 00 00 00 00  data = 0x7f00
   96  40 00 00 00 00 00 00 00  next = address 64
""");
    }

    @Test
    void of_whenContentsAreMalformed_printsThem() {
        KindsView kinds = KindsView.allocate(allocator);
        kinds.memory().fill(0xff);
        assertThat(StructDump.of(kinds)).isEqualTo("""
dev.ashlar.tests.dump.Kinds: 104 bytes at 0 of Memory[offset=16, length=104]
    0  ff                       on = true (255)
    1  ff                       (padding)
    2  ff ff                    letter = '\\uffff'
    4  ff                       small = 255
    5  ff ff ff                 (padding)
    8  ff ff ff ff              color = -1 (no constant)
   12  ff ff ff ff              (padding)
   16  ff ff ff ff ff ff ff ff  big = -1
   24  ff ff ff ff              single = NaN
   28  ff ff ff ff              (padding)
   32  ff ff ff ff ff ff ff ff  height = NaN
   40  ff                       mode = -1 (bits 0:3)
   40  ff                       bits = 3 (bits 3:2)
   40  ff                       open = true (bits 5:1)
   41  ff ff ff ff ff ff ff ff  name = "����������" (malformed UTF-8)
   49  ff ff
   51  ff                       (padding)
   52  ff ff ff ff ff ff ff ff  numbers[0] = -1, -1, -1, -1
   60  ff ff                    numbers[4] = -1
   62  ff ff ff                 colors[0] = -1 (no constant), -1 (no constant), -1 (no constant)
   65  ff                       (padding)
   66                           start: dev.ashlar.tests.dump.Point
   66  ff ff                      x = -1
   68  ff ff                      y = -1
   70                           rest[0]: dev.ashlar.tests.dump.Point
   70  ff ff                      x = -1
   72  ff ff                      y = -1
   74                           rest[1]: dev.ashlar.tests.dump.Point
   74  ff ff                      x = -1
   76  ff ff                      y = -1
   78  ff ff                    (padding)
   80  ff ff ff ff              count = -1
   84  ff ff ff ff              (padding)
   88  ff ff ff ff ff ff ff ff  data = 0xffffffffffffffff
   96  ff ff ff ff ff ff ff ff  next = address -1
""");
    }

    @Test
    void of_whenUnion_printsTheVariantThatIsThere() {
        ShapeArray shapes = ShapeArray.allocate(allocator, 3);
        shapes.set(0, new Shape.Dot((byte) 7));
        shapes.set(1, new Shape.Rect(1, 2));
        shapes.memory().storeI32(48, 99);
        assertThat(StructDump.of(shapes)).isEqualTo("""
[0] dev.ashlar.tests.dump.Shape: 24 bytes at 0 of Memory[offset=16, length=72]
    0  01 00 00 00              tag = 1 (DOT)
    4  00 00 00 00              (padding)
    8                           value: dev.ashlar.tests.dump.Shape.Dot
    8  07                         x = 7
    9  00 00 00 00 00 00 00 00    (unused)
   17  00 00 00 00 00 00 00
[1] dev.ashlar.tests.dump.Shape: 24 bytes at 24 of Memory[offset=16, length=72]
    0  02 00 00 00              tag = 2 (RECT)
    4  00 00 00 00              (padding)
    8                           value: dev.ashlar.tests.dump.Shape.Rect
    8  00 00 00 00 00 00 f0 3f    width = 1.0
   16  00 00 00 00 00 00 00 40    height = 2.0
[2] dev.ashlar.tests.dump.Shape: 24 bytes at 48 of Memory[offset=16, length=72]
    0  63 00 00 00              tag = 99 (no variant)
    4  00 00 00 00              (padding)
    8  00 00 00 00 00 00 00 00  value
   16  00 00 00 00 00 00 00 00
""");
        assertThat(StructDump.of(ShapeArray.at(shapes.memory(), 0, 0)))
                .isEqualTo("no elements of " + shapes.memory() + "\n");
    }

    @Test
    void of_whenTail_printsItsLengthAndElements() {
        EntryView entry = EntryView.allocate(allocator, new Entry(7, "Alice in \0"));
        RouteView route = RouteView.allocate(allocator, new Route((byte) 1, new int[] {1, -2, 3, 4, 5}));
        assertThat(StructDump.of(entry) + StructDump.of(route)).isEqualTo("""
dev.ashlar.tests.dump.Entry: 16 bytes and a tail at 0 of Memory[offset=16, length=24]
    0  07 00 00 00 00 00 00 00  time = 7
    8  0a 00 00 00              textLength = 10
   12  41 6c 69 63 65 20 69 6e  text = "Alice in \\u0000"
   20  20 00
   22  00 00                    (padding)
dev.ashlar.tests.dump.Route: 8 bytes and a tail at 0 of Memory[offset=40, length=20]
    0  01                       id = 1
    1  00 00 00                 (padding)
    4  05 00 00 00              stepsLength = 5
    8  01 00 fe ff 03 00 04 00  steps[0] = 1, -2, 3, 4
   16  05 00                    steps[4] = 5
   18  00 00                    (padding)
""");
        entry.memory().storeI32(8, -1);
        route.memory().storeI32(4, 1_000_000);
        assertThat(StructDump.of(entry)).endsWith("textLength = -1 (impossible, at most 12)\n");
        assertThat(StructDump.of(route)).endsWith("stepsLength = 1000000 (impossible, at most 6)\n");
    }

    @Test
    void of_whenHandleIsDeadOrTooShort_saysSo() throws InterruptedException {
        EntryView entry = EntryView.allocate(allocator, new Entry(7, "Alice"));
        entry.free();
        assertThat(StructDump.of(entry))
                .isEqualTo("dev.ashlar.tests.dump.Entry: 16 bytes and a tail at 0 of Memory[freed]\n  (freed)\n");
        Memory few = Memory.of(MemorySegment.ofArray(new byte[] {1, 0, 0, 0, 0, 0, 0, 0, 9}));
        assertThat(StructDump.of(EntryView.type(), few, 0)).isEqualTo("""
dev.ashlar.tests.dump.Entry: 16 bytes and a tail at 0 of Memory[offset=0, length=9]
    0  01 00 00 00 00 00 00 00  time = 1
  (the rest does not fit the handle)
""");
        assertThat(StructDump.of(EntryView.type(), few, -1))
                .endsWith("at -1 of Memory[offset=0, length=9]\n  (the rest does not fit the handle)\n");
        LinearMemory memory = LinearMemory.create(1);
        EntryView other = EntryView.at(memory.span(64, 100));
        memory.close();
        assertThat(StructDump.of(other))
                .isEqualTo("dev.ashlar.tests.dump.Entry: 16 bytes and a tail at 0 of Memory[closed]\n  (closed)\n");
        Memory[] foreign = new Memory[1];
        Thread thread =
                new Thread(() -> foreign[0] = Memory.of(Arena.ofConfined().allocate(100)));
        thread.start();
        thread.join();
        assertThat(StructDump.of(EntryView.type(), foreign[0], 0)).endsWith("  (unreadable: WrongThreadException)\n");
    }

    @Test
    void of_whenBytesAreRandom_neverThrows() {
        Random random = new Random(7);
        StructType<?, ?>[] types = {KindsView.type(), ShapeView.type(), EntryView.type(), RouteView.type()};
        for (int round = 0; round < 2_000; round++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            Memory memory = Memory.of(MemorySegment.ofArray(bytes));
            for (StructType<?, ?> type : types) {
                long offset = random.nextInt(-2, 20);
                String dump = StructDump.of(type, memory, offset);
                assertThat(dump).startsWith(type.name()).endsWith("\n").isEqualTo(StructDump.of(type, memory, offset));
            }
        }
    }

    @Test
    void to_whenAppendableFails_passesItOn() throws IOException {
        EntryView entry = EntryView.allocate(allocator, new Entry(7, "Alice"));
        StringBuilder text = new StringBuilder();
        StructDump.to(text, entry);
        assertThat(text).hasToString(StructDump.of(entry));
        Writer closed = new StringWriter() {
            @Override
            public StringWriter append(CharSequence part) {
                throw new IllegalStateException("full");
            }
        };
        assertThatThrownBy(() -> StructDump.to(closed, entry)).hasMessage("full");
    }
}
