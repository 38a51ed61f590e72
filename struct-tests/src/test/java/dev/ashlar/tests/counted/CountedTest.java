package dev.ashlar.tests.counted;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.memory.Memory;
import dev.ashlar.struct.StructDump;
import dev.ashlar.struct.StructLog;
import dev.ashlar.tests.TestAllocator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Structs with tails that other components count. */
class CountedTest {
    private static final String STRUCT = "struct=dev.ashlar.tests.counted.";

    @AutoClose
    private final TestAllocator allocator = new TestAllocator();

    @Test
    void struct_holdsNothingButItsComponents() {
        HeaderView header = HeaderView.allocate(allocator, new Header(5, 7, "Alice"));
        assertThat(HeaderView.BYTE_SIZE).isEqualTo(8);
        assertThat(HeaderView.OFFSET_NAME).isEqualTo(8);
        assertThat(header.memory().length())
                .isEqualTo(16)
                .isEqualTo(HeaderView.type().byteSizeAt(header.memory(), 0));
        assertThat(header.memory().loadBytes()).startsWith(5, 0, 0, 0, 7, 0, 0, 0, 'A', 'l', 'i', 'c', 'e');
        assertThat(header.nameLength()).isEqualTo(5);
        assertThat(header.name()).isEqualTo("Alice");
        assertThat(header.read()).isEqualTo(new Header(5, 7, "Alice"));
        assertThat(header.id(8)).hasToString("Header[nameLength=5, id=8, name=Alice]");
        assertThat(header).isNotEqualTo(HeaderView.allocate(allocator, new Header(5, 8, "Alicf")));
        HeaderView same = HeaderView.allocate(allocator, new Header(5, 8, "Alice"));
        assertThat(header).isEqualTo(same).hasSameHashCodeAs(same);
        assertThat(HeaderView.allocate(allocator).read()).isEqualTo(new Header(0, 0, ""));
        header.free();
        assertThat(header).hasToString("Header[freed]");
    }

    @Test
    void record_whenItsCountIsWrong_isRefusedEverywhere() {
        HeaderView header = HeaderView.allocate(allocator, new Header(5, 7, "Alice"));
        byte[] before = header.memory().loadBytes();
        int blocks = allocator.liveBlocks();
        StructLog<Header, HeaderView> log = StructLog.over(header.memory(), HeaderView.type());
        for (Header wrong : List.of(new Header(4, 1, "Alice"), new Header(5, 1, "Grüße"), new Header(0, 1, "a"))) {
            int length = wrong.name().getBytes(UTF_8).length;
            for (ThrowingCallable write : List.<ThrowingCallable>of(
                    () -> header.write(wrong),
                    () -> HeaderView.put(header.memory(), 0, wrong),
                    () -> HeaderView.allocate(allocator, wrong),
                    () -> log.append(wrong),
                    () -> HeaderView.type().byteSize(wrong))) {
                assertThatThrownBy(write)
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("tail and its count disagree: " + STRUCT + "Header component=name length=" + length
                                + " countedBy=nameLength count=" + wrong.nameLength());
            }
        }
        assertThatThrownBy(() -> header.write(new Header(3, 1, "Bob")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tail of another length, allocate another struct: " + STRUCT
                        + "Header component=name length=3 lengthThere=5");
        assertThatThrownBy(() -> HeaderView.allocate(allocator, new Header(70_000, 1, "a".repeat(70_000))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("component=nameLength value=70000");
        assertThatThrownBy(() -> SignedView.allocate(allocator, new Signed((byte) 200, new boolean[200])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tail and its count disagree: " + STRUCT
                        + "Signed component=on length=200 countedBy=n count=-56");
        assertThat(header.memory().loadBytes()).isEqualTo(before);
        assertThat(allocator.liveBlocks()).isEqualTo(blocks);
        assertThat(log.byteSize()).isZero();
    }

    @Test
    void count_whenDamaged_isRefusedWhenItIsRead() {
        StampsView stamps =
                StampsView.allocate(allocator, new Stamps(2, 4, new Instant[] {Instant.EPOCH, Instant.EPOCH}, "text"));
        assertThat(stamps.stampsLength()).isEqualTo(2);
        assertThat(stamps.stampsNanos(1)).isZero();
        for (long count : new long[] {-1, 4, 1L << 32, (1L << 61) + 2, Long.MAX_VALUE, Long.MIN_VALUE}) {
            stamps.memory().storeI64(0, count);
            assertThat(stamps.stampsCount()).isEqualTo(count);
            for (ThrowingCallable read : List.<ThrowingCallable>of(
                    stamps::stampsLength,
                    () -> stamps.stamps(0),
                    stamps::text,
                    stamps::read,
                    stamps::hashCode,
                    stamps::free,
                    () -> StampsView.type().byteSizeAt(stamps.memory(), 0))) {
                assertThatThrownBy(read)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("tail of an impossible length: " + STRUCT + "Stamps component=stamps length="
                                + count + " mostLength=3");
            }
            assertThat(stamps).hasToString("Stamps[unreadable: IllegalStateException]");
        }
        stamps.memory().storeI64(0, 3);
        assertThatThrownBy(stamps::text)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("tail of an impossible length: " + STRUCT + "Stamps component=text length=4 mostLength=0");
        assertThat(stamps.stamps(2)).isAfter(Instant.EPOCH);
    }

    @Test
    void zipEntry_hasThreePartsOneAfterTheOther() {
        ZipEntry value = new ZipEntry(0x02014b50, 5, 3, 2, "a.txt", new byte[] {1, 2, 3}, "hi");
        assertThat(ZipEntryView.type().byteSize(value)).isEqualTo(20);
        ZipEntryView entry = ZipEntryView.allocate(allocator, value);
        assertThat(entry.memory().loadBytes(10, 10)).containsExactly('a', '.', 't', 'x', 't', 1, 2, 3, 'h', 'i');
        assertThat(entry.extra(2)).isEqualTo((byte) 3);
        assertThat(entry.extraContentEquals(new byte[] {1, 2, 3})).isTrue();
        assertThat(entry.extra(1, (byte) 9).extraToArray()).containsExactly(1, 9, 3);
        assertThat(entry.comment()).isEqualTo("hi");
        assertThatThrownBy(() -> entry.extra(3)).isInstanceOf(IndexOutOfBoundsException.class);
        // The same bytes with other counts are another entry.
        entry.memory().storeI16(4, 1);
        entry.memory().storeI16(6, 0);
        entry.memory().storeI16(8, 9);
        assertThat(entry.name() + entry.extraToArray().length + entry.comment()).isEqualTo("a0.txt\1\11\3hi");
        entry.memory().storeI16(8, 10);
        assertThatThrownBy(entry::comment)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("tail of an impossible length: " + STRUCT
                        + "ZipEntry component=comment length=10 mostLength=9");
        assertThat(entry.name()).isEqualTo("a");
        entry.memory().storeI16(4, 0xFFFF);
        assertThatThrownBy(entry::comment).hasMessageContaining("component=name length=65535 mostLength=10");
    }

    @Test
    void padded_roundsTheEndOfAPart() {
        Padded value = new Padded(
                3, 16, (short) 1, new byte[] {1, 2, 3}, new long[] {4, 5}, new Point[] {new Point((byte) 6, 7)});
        // 18 bytes before the key, up to 24 with it, 16 of values, 8 of a point.
        assertThat(PaddedView.OFFSET_KEY).isEqualTo(18);
        assertThat(PaddedView.BYTE_SIZE).isEqualTo(24);
        PaddedView padded = PaddedView.allocate(allocator, value);
        assertThat(padded.memory().length()).isEqualTo(48);
        assertThat(Long.reverseBytes(padded.memory().loadI64(24))).isEqualTo(4);
        assertThat(padded.memory().loadI8(40)).isEqualTo((byte) 6);
        assertThat(padded.values(1)).isEqualTo(5);
        assertThat(padded.places(0).y()).isEqualTo(7);
        assertThat(padded.read()).usingRecursiveComparison().isEqualTo(value);
        padded.places(0).write(new Point((byte) 1, 2));
        assertThat(padded.places().read(0)).isEqualTo(new Point((byte) 1, 2));
        PaddedView none = PaddedView.allocate(allocator);
        assertThat(none.places().size() + none.valuesLength()).isZero();
        assertThat(none.memory().length()).isEqualTo(24);
        for (long bytes : new long[] {12, -8, 17}) {
            padded.memory().storeI64(8, Long.reverseBytes(bytes));
            assertThatThrownBy(padded::valuesLength).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(padded::places).isInstanceOf(IllegalStateException.class);
        }
        padded.memory().storeI64(8, Long.reverseBytes(12));
        assertThatThrownBy(padded::valuesToArray)
                .hasMessage("tail of bytes that are not whole elements: " + STRUCT
                        + "Padded component=values byteLength=12 elementByteSize=8");
        assertThatThrownBy(() -> PaddedView.allocate(
                        allocator, new Padded(0, 3, (short) 0, new byte[0], new long[3], new Point[0])))
                .hasMessage("tail and its count disagree: " + STRUCT
                        + "Padded component=values length=24 countedBy=byteLength count=3");
    }

    @Test
    void padding_whenTheHandleEndsInIt_isMissed() {
        PaddedView padded =
                PaddedView.allocate(allocator, new Padded(7, 0, (short) 0, new byte[7], new long[0], new Point[0]));
        assertThat(padded.memory().length()).isEqualTo(32);
        Memory shorter = allocator.allocate(26);
        shorter.storeBytes(0, padded.memory().loadBytes(0, 26));
        PaddedView cut = PaddedView.at(shorter);
        assertThat(cut.keyLength()).isEqualTo(7);
        assertThat(cut.keyToArray()).hasSize(7);
        assertThatThrownBy(cut::valuesToArray)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "tail starts beyond the end of the handle: " + STRUCT + "Padded component=values byteSize=6");
    }

    @Test
    void tails_ofOneCount_haveOneLength() {
        SeriesView series =
                SeriesView.allocate(allocator, new Series(3, new int[] {1, 2, 3}, new double[] {.5, 1.5, 2.5}));
        assertThat(series.memory().length()).isEqualTo(4 + 12 + 24);
        assertThat(series.values(2)).isEqualTo(2.5);
        assertThatThrownBy(() -> SeriesView.allocate(allocator, new Series(3, new int[3], new double[2])))
                .hasMessage("tail and its count disagree: " + STRUCT
                        + "Series component=values length=2 countedBy=n count=3");
        SeriesView other =
                SeriesView.allocate(allocator, new Series(3, new int[] {1, 2, 3}, new double[] {.5, 1.5, -0.0}));
        assertThat(series).isNotEqualTo(other);
        other.values(2, 2.5);
        assertThat(series).isEqualTo(other).hasSameHashCodeAs(other);
    }

    @Test
    void counts_mayBeBitFields() {
        Flags value = new Flags(
                (byte) 2, 3, OptionalInt.empty(), new Colour[] {Colour.GREEN, Colour.RED}, new Short[] {1, null, 3});
        FlagsView flags = FlagsView.allocate(allocator, value);
        assertThat(flags.read()).usingRecursiveComparison().isEqualTo(value);
        assertThat(flags.coloursLength()).isEqualTo(2);
        assertThat(flags.levelsOr(1, (short) 9)).isEqualTo((short) 9);
        assertThat(flags).hasToString("Flags[n=2, m=3, maybe=absent, colours=[GREEN, RED], levels=[1, absent, 3]]");
        FlagsView same = FlagsView.allocate(allocator, value);
        assertThat(flags).isEqualTo(same).hasSameHashCodeAs(same);
        assertThat(same.levels(0, (short) 2)).isNotEqualTo(flags);
        assertThat(FlagsView.type().isPresent(FlagsView.type().component("levels"), flags.memory(), 0, 1))
                .isFalse();
        assertThat(FlagsView.type().isPresent(FlagsView.type().component("levels"), flags.memory(), 0, 2))
                .isTrue();
        assertThatThrownBy(() -> FlagsView.type().isPresent(FlagsView.type().component("levels"), flags.memory(), 0, 3))
                .isInstanceOf(IndexOutOfBoundsException.class);
        flags.memory().storeI8(0, 0xF);
        assertThatThrownBy(flags::coloursLength).hasMessageContaining("length=-1");
    }

    @Test
    void names_whenTheyCollide_areChosenAnew() {
        Awkward value = new Awkward(1, 2, 3, 2, new byte[] {1}, new byte[] {2, 3}, "abc");
        AwkwardView view = AwkwardView.allocate(allocator, value);
        assertThat(view.aLength() + view.aLengthChecked() + view.bOffset() + view.length())
                .isEqualTo(8);
        assertThat(view.read()).usingRecursiveComparison().isEqualTo(value);
        assertThat(view.aLengthChecked(9).read().aLengthChecked()).isEqualTo(9);
        assertThat(view.memory_()).isEqualTo("abc");
    }

    @Test
    void log_holdsThemOneAfterTheOther() {
        Random random = new Random(7);
        List<ZipEntry> entries = new ArrayList<>();
        StructLog<ZipEntry, ZipEntryView> log = StructLog.over(allocator.allocate(5_000), ZipEntryView.type());
        for (int index = 0; index < 60; index++) {
            String name = "n".repeat(random.nextInt(9));
            byte[] extra = new byte[random.nextInt(5)];
            Arrays.fill(extra, (byte) index);
            String comment = "ä".repeat(random.nextInt(4));
            entries.add(new ZipEntry(index, name.length(), extra.length, 2 * comment.length(), name, extra, comment));
            log.append(entries.getLast());
        }
        assertThat(StreamSupport.stream(log.spliterator(), false).map(ZipEntryView::read))
                .usingRecursiveFieldByFieldElementComparator()
                .isEqualTo(entries);
        ZipEntryView.Cursor cursor = ZipEntryView.Cursor.of(log);
        for (ZipEntry each : entries) {
            assertThat(cursor.advance()).isTrue();
            assertThat(cursor.read()).usingRecursiveComparison().isEqualTo(each);
        }
        assertThat(cursor.advance()).isFalse();
    }

    /** Whatever the bytes are, reading ends in a value or in one of the errors that are promised. */
    @Test
    void reading_ofRandomBytes_staysInTheHandle() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 3_000; round++) {
            Memory slice = allocator.allocate(24 + random.nextInt(300));
            byte[] bytes = new byte[(int) slice.length()];
            random.nextBytes(bytes);
            if (random.nextBoolean()) {
                Arrays.fill(bytes, 0, 20, (byte) random.nextInt(3));
            }
            slice.storeBytes(0, bytes);
            for (Callable<Object> read : List.<Callable<Object>>of(
                    () -> PaddedView.at(slice, 0).read(),
                    () -> ZipEntryView.at(slice, 0).read(),
                    () -> SeriesView.at(slice, 0).hashCode(),
                    () -> StampsView.at(slice, 0).text(),
                    () -> StructDump.of(PaddedView.at(slice, 0)),
                    () -> StructDump.of(FlagsView.at(slice, 0)),
                    () -> FlagsView.type().byteSizeAt(slice, 0))) {
                try {
                    assertThat(read.call()).isNotNull();
                } catch (IllegalStateException refused) {
                    assertThat(refused).as("seed %d", seed).hasMessageMatching("(?s)(tail|number|no constant).*");
                }
            }
            slice.free();
        }
    }
}
