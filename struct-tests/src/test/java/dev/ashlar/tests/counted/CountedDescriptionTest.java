package dev.ashlar.tests.counted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.struct.StructComponent;
import dev.ashlar.struct.StructDump;
import dev.ashlar.struct.TailUnit;
import dev.ashlar.tests.TestAllocator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Descriptions, tables, layouts and dumps of tails that other components count. */
class CountedDescriptionTest {
    @AutoClose
    private final TestAllocator allocator = new TestAllocator();

    @Test
    void type_describesCountUnitAndPad() {
        StructComponent values = PaddedView.type().component("values");
        assertThat(values.isTail()).isTrue();
        assertThat(values.count()).isEqualTo("byteLength");
        assertThat(values.unit()).isEqualTo(TailUnit.BYTES);
        assertThat(values.pad()).isEqualTo(4);
        assertThat(values.tailOffset()).isEqualTo(24);
        assertThat(values).hasToString("values: I64[byteLength in bytes] big-endian padded to 4 at 24");
        assertThat(PaddedView.type().component("points").count()).isNull();
        assertThat(PaddedView.type().hasTail()).isTrue();
        assertThat(PaddedView.type().layoutTable()).isEqualTo("""
                        dev.ashlar.tests.counted.Padded: 24 bytes and a tail, aligned to 8, 7 of them padding
                        offset  size  component   type     stored as
                             0     1  keyLength   int      U8
                             1     7  (padding)
                             8     8  byteLength  long     I64 big-endian
                            16     2  points      short    I16 big-endian
                            18     0  key         byte[]   I8[keyLength] padded to 8
                                      values      long[]   I64[byteLength in bytes] big-endian padded to 4
                                      places      Point[]  struct[points]""");
        assertThat(PaddedView.layout()).hasToString("[B1(keyLength)x7J8(byteLength)S2(points)[0:B1](key)x6](Padded)");
    }

    @Test
    void dump_showsEachTailAtItsPlace() {
        PaddedView padded = PaddedView.allocate(
                allocator,
                new Padded(
                        3, 8, (short) 1, new byte[] {1, 2, 3}, new long[] {4}, new Point[] {new Point((byte) 6, 7)}));
        assertThat(StructDump.of(padded)).isEqualTo("""
dev.ashlar.tests.counted.Padded: 24 bytes and a tail at 0 of Memory[offset=16, length=40]
    0  03                       keyLength = 3
    1  00 00 00 00 00 00 00     (padding)
    8  00 00 00 00 00 00 00 08  byteLength = 8
   16  00 01                    points = 1
   18  01 02 03                 key[0] = 1, 2, 3
   21  00 00 00                 (padding)
   24  00 00 00 00 00 00 00 04  values[0] = 4
   32                           places[0]: dev.ashlar.tests.counted.Point
   32  06                         x = 6
   33  00 00 00                   (padding)
   36  07 00 00 00                y = 7
""");
        padded.memory().storeI8(0, 9);
        padded.memory().storeI8(15, 20);
        assertThat(StructDump.of(padded)).endsWith("""
   16  00 01                    points = 1
   18  01 02 03 00 00 00 00 00  key[0] = 1, 2, 3, 0, 0, 0, 0, 0
   26  00                       key[8] = 0
   27  00 00 00 00 04           (padding)
   32                           values: byteLength (impossible, at most 1)
""");
        padded.memory().storeI8(0, 255);
        assertThat(StructDump.of(padded)).endsWith("""
   16  00 01                    points = 1
   18                           key: keyLength (impossible, at most 22)
""");
        padded.memory().storeI8(0, 0);
        padded.memory().storeI8(15, 0);
        padded.memory().storeI8(17, 0);
        assertThat(StructDump.of(padded)).endsWith("""
   16  00 00                    points = 0
   18  01 02 03 00 00 00        (padding)
""");
        padded.memory().free();
        assertThat(StructDump.of(padded)).endsWith("(freed)\n");
    }
}
