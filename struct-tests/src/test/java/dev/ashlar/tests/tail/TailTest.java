package dev.ashlar.tests.tail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.memory.Memory;
import dev.ashlar.struct.Ref;
import dev.ashlar.struct.StructLog;
import dev.ashlar.tests.TestAllocator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Structs whose last component is of variable size. */
class TailTest {
    @AutoClose
    private final TestAllocator allocator = new TestAllocator();

    @Test
    void allocate_takesWhatTheTailNeeds() {
        EntryView entry = EntryView.allocate(allocator, new Entry(7, "Alice"));
        assertThat(EntryView.BYTE_SIZE).isEqualTo(16);
        assertThat(entry.memory().length())
                .isEqualTo(24)
                .isEqualTo(EntryView.type().byteSize(new Entry(7, "Alice")));
        assertThat(EntryView.type().byteSizeAt(entry.memory(), 0)).isEqualTo(24);
        assertThat(entry.memory().loadI32(8)).isEqualTo(5);
        assertThat(entry.memory().loadBytes(12, 5)).containsExactly("Alice".getBytes(UTF_8));
        assertThat(entry.text()).isEqualTo("Alice");
        assertThat(entry.textLength()).isEqualTo(5);
        assertThat(entry.read()).isEqualTo(new Entry(7, "Alice"));
        assertThat(entry)
                .hasToString("Entry[time=7, text=Alice]")
                .isNotEqualTo(EntryView.allocate(allocator, new Entry(7, "Alicf")));
        EntryView same = EntryView.allocate(allocator, new Entry(7, "Alice"));
        assertThat(entry).isEqualTo(same).hasSameHashCodeAs(same);
        for (String text : List.of("", "1234", "12345", "\0", "Grüße \uD83D\uDE00")) {
            EntryView other = EntryView.allocate(allocator, new Entry(1, text));
            assertThat(other.read()).isEqualTo(new Entry(1, text));
            assertThat(other.memory().length()).isEqualTo((12 + other.textLength() + 7) / 8 * 8L);
            other.free();
        }
        entry.free();
        assertThat(entry).hasToString("Entry[freed]");
        assertThat(allocator.liveBlocks()).isEqualTo(2);
        assertThat(EntryView.allocate(allocator).text()).isEmpty();
        assertThat(EntryView.type().hasTail()).isTrue();
        assertThat(EntryView.type().components().getLast().tailOffset()).isEqualTo(12);
    }

    @Test
    @SuppressWarnings("NullAway") // callers outside of null-marked code can pass null
    void write_whenTailHasAnotherLength_isRefused() {
        EntryView entry = EntryView.allocate(allocator, new Entry(7, "Alice"));
        entry.write(new Entry(8, "Grüx"));
        assertThat(entry.read()).isEqualTo(new Entry(8, "Grüx"));
        byte[] before = entry.memory().loadBytes();
        assertThatThrownBy(() -> entry.write(new Entry(9, "Bob")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "tail of another length, allocate another struct: struct=dev.ashlar.tests.tail.Entry component=text length=3 lengthThere=5");
        assertThatThrownBy(() -> entry.write(new Entry(9, "Al\uD800ce")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lone surrogate");
        assertThatThrownBy(() -> entry.write(new Entry(9, null)))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("component=text");
        assertThat(entry.memory().loadBytes()).isEqualTo(before);
        assertThatThrownBy(() -> EntryView.allocate(allocator, new Entry(9, "\uD800")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(allocator.liveBlocks()).isEqualTo(1);
        SamplesView samples = SamplesView.allocate(allocator, new Samples((byte) 1, new long[] {1, 2}));
        assertThatThrownBy(() -> samples.write(new Samples((byte) 2, new long[1])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "tail of another length, allocate another struct: struct=dev.ashlar.tests.tail.Samples component=values length=1 lengthThere=2");
        assertThat(samples.id()).isEqualTo((byte) 1);
    }

    @Test
    @SuppressWarnings("NullAway") // callers outside of null-marked code can pass null
    void write_whenAnElementIsRefusedOrThrows_changesNothing() {
        Walk walk = new Walk(7, new Step[] {new Step(1), new Step(2)});
        WalkView view = WalkView.allocate(allocator, walk);
        byte[] before = view.memory().loadBytes();
        Walk broken = new Walk(9, new Step[] {new Step(3), new Step(-1)});
        Walk absent = new Walk(9, new Step[] {new Step(3), null});
        StructLog<Walk, WalkView> log = StructLog.over(view.memory(), WalkView.type());
        List<ThrowingCallable> writes = List.of(
                () -> view.write(broken),
                () -> view.stepsFrom(broken.steps()),
                () -> WalkView.put(view.memory(), 0, broken),
                () -> WalkView.allocate(allocator, broken),
                () -> WalkView.type().byteSize(broken),
                () -> log.append(broken));
        for (ThrowingCallable write : writes) {
            assertThatThrownBy(write)
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessage("x");
        }
        assertThatThrownBy(() -> view.write(absent))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("component=steps[1]");
        assertThatThrownBy(() -> view.write(new Walk(9, null)))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("component=steps");
        assertThat(view.memory().loadBytes()).isEqualTo(before);
        assertThat(log.byteSize()).isZero();
        assertThat(allocator.liveBlocks()).isEqualTo(1);
    }

    @Test
    void record_howeverItIsStored_isReadOnce() {
        Counted value = new Counted("abc");
        CountedView view = CountedView.allocate(allocator, value);
        assertThat(Counted.reads).isEqualTo(1);
        view.write(value);
        assertThat(Counted.reads).isEqualTo(2);
        CountedView.put(view.memory(), 0, value);
        assertThat(Counted.reads).isEqualTo(3);
        StructLog<Counted, CountedView> log = StructLog.over(allocator.allocate(12), CountedView.type());
        log.append(value);
        assertThat(Counted.reads).isEqualTo(4);
        assertThat(log.tryAppend(value)).isNull();
        assertThatThrownBy(() -> log.append(value)).isInstanceOf(IllegalStateException.class);
        assertThat(Counted.reads).isEqualTo(6);
    }

    @Test
    @SuppressWarnings("NullAway") // callers outside of null-marked code can pass null
    void elements_whenNarrowedOrEnums_areCheckedBeforeTheFirstIsStored() {
        LevelsView levels = LevelsView.allocate(allocator, new Levels(1, new int[] {2, 255}));
        byte[] before = levels.memory().loadBytes();
        assertThatThrownBy(() -> levels.write(new Levels(3, new int[] {3, 256})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("component=of[1] value=256");
        assertThatThrownBy(() -> levels.ofFrom(new int[] {3, -1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("component=of[1] value=-1");
        assertThatThrownBy(() -> levels.ofFrom(new int[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("arrayLength=3 length=2");
        assertThatThrownBy(() -> levels.write(new Levels(3, null)))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("component=of");
        assertThat(levels.memory().loadBytes()).isEqualTo(before);
        levels.write(new Levels(4, new int[] {0, 254}));
        assertThat(levels).hasToString("Levels[id=4, of=[0, 254]]");
        HuesView hues = HuesView.allocate(allocator, new Hues((byte) 1, new Hue[] {Hue.BLUE, Hue.RED}));
        assertThatThrownBy(() -> hues.write(new Hues((byte) 2, new Hue[] {Hue.RED, null})))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("component=of[1]");
        assertThat(hues).hasToString("Hues[id=1, of=[BLUE, RED]]");
        FlagsView flags = FlagsView.allocate(allocator, new Flags(new boolean[] {true, false, true}));
        assertThat(flags.read().of()).containsExactly(true, false, true);
        assertThatThrownBy(() -> flags.write(new Flags(null))).isInstanceOf(NullPointerException.class);
    }

    @Test
    void elements_areSetInPlace() {
        SamplesView samples = SamplesView.allocate(allocator, new Samples((byte) 1, new long[] {3, 4, 5}));
        assertThat(samples.memory().length()).isEqualTo(32);
        assertThat(samples.values(1, 9L).values(2)).isEqualTo(5);
        assertThat(samples.memory().loadI64(16)).isEqualTo(9);
        assertThat(samples.valuesTo(new long[3])).containsExactly(3, 9, 5);
        assertThat(samples.valuesFrom(new long[] {1, 2, 3}).read().values()).containsExactly(1, 2, 3);
        assertThatThrownBy(() -> samples.values(3)).isInstanceOf(IndexOutOfBoundsException.class);
        SamplesView shorter = SamplesView.allocate(allocator, new Samples((byte) 1, new long[] {1, 2}));
        assertThat(samples).isNotEqualTo(shorter).hasToString("Samples[id=1, values=[1, 2, 3]]");
        RouteView route =
                RouteView.allocate(allocator, new Route((short) 2, new Point[] {new Point(1, "a"), new Point(2, "b")}));
        assertThat(route.memory().length()).isEqualTo(24);
        assertThat(Integer.reverseBytes(route.memory().loadI32(4))).isEqualTo(2);
        route.points(1).x(7);
        assertThat(route.points().read(1)).isEqualTo(new Point(7, "b"));
        assertThat(route.read().points()).containsExactly(new Point(1, "a"), new Point(7, "b"));
        RouteView none = RouteView.allocate(allocator, new Route((short) 2, new Point[0]));
        assertThat(route)
                .isNotEqualTo(none)
                .hasToString("Route[id=2, points=[Point[x=1, name=a], Point[x=7, name=b]]]");
        assertThatThrownBy(() -> RouteView.allocate(allocator, new Route((short) 2, new Point[] {new Point(1, "abc")})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("points[0].name");
    }

    @Test
    void tail_whenItsLengthIsImpossible_isRefused() {
        EntryView entry = EntryView.allocate(allocator, new Entry(7, "Alice"));
        for (int length : new int[] {-1, 13, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            entry.memory().storeI32(8, length);
            assertThatThrownBy(entry::text)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(
                            "tail of an impossible length: struct=dev.ashlar.tests.tail.Entry component=text length="
                                    + length + " mostLength=12");
            assertThatThrownBy(() -> EntryView.type().byteSizeAt(entry.memory(), 0))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(entry::free).isInstanceOf(IllegalStateException.class);
            assertThat(entry).hasToString("Entry[unreadable: IllegalStateException]");
        }
        entry.memory().storeI32(8, 12);
        assertThat(entry.text()).startsWith("Alice");
        assertThatThrownBy(() -> EntryView.at(entry.memory(), 16)).isInstanceOf(IndexOutOfBoundsException.class);
        entry.memory().storeI32(8, 5);
        entry.free();
        assertThatThrownBy(entry::text)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("freed");
    }

    @Test
    void put_whenThereIsNoRoom_changesNothing() {
        Memory block = allocator.allocate(40);
        block.fill(-1);
        assertThat(EntryView.put(block, 8, new Entry(3, "12345678901")).textLength())
                .isEqualTo(11);
        byte[] before = block.loadBytes();
        assertThatThrownBy(() -> EntryView.put(block, 16, new Entry(3, "1234567890123")))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> EntryView.put(block, 8, new Entry(3, "\uDC00")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(block.loadBytes()).isEqualTo(before);
    }

    @Test
    @SuppressWarnings("NullAway") // callers outside of null-marked code can pass null
    void log_holdsStructsOfDifferentSizes() {
        Memory block = allocator.allocate(256);
        block.fill(-1);
        StructLog<Entry, EntryView> log = StructLog.over(block, EntryView.type());
        List<Entry> entries =
                List.of(new Entry(1, ""), new Entry(2, "started"), new Entry(3, "123456789"), new Entry(4, "x"));
        entries.forEach(log::append);
        assertThat(log.byteSize()).isEqualTo(16 + 24 + 24 + 16);
        assertThat(StreamSupport.stream(log.spliterator(), false).map(EntryView::read))
                .isEqualTo(entries);
        assertThat(StreamSupport.stream(log.spliterator(), false).map(EntryView::byteOffset))
                .containsExactly(0L, 16L, 40L, 64L);
        StructLog<Entry, EntryView> again = StructLog.at(block, EntryView.type(), log.byteSize());
        again.append(new Entry(5, "more"));
        assertThat(again).hasSize(5).last().hasToString("Entry[time=5, text=more]");
        assertThat(log).hasSize(4);
        assertThat(again.tryAppend(new Entry(6, "y".repeat(200)))).isNull();
        assertThatThrownBy(() -> again.append(new Entry(6, "y".repeat(200))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "log is full; put it over a larger block: struct=dev.ashlar.tests.tail.Entry byteSize=96 structByteSize=216 memoryByteSize=256");
        assertThatThrownBy(() -> again.append(new Entry(6, null))).isInstanceOf(NullPointerException.class);
        assertThat(again.byteSize()).isEqualTo(96);
        block.storeI32(16 + 8, 1_000);
        Iterator<EntryView> broken = log.iterator();
        broken.next();
        assertThatThrownBy(broken::next).isInstanceOf(IllegalStateException.class);
        block.storeI32(16 + 8, 100);
        assertThatThrownBy(broken::next)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("beyond the end of its log");
        assertThatThrownBy(() -> StructLog.at(block, EntryView.type(), 257))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void log_whenStructsAreAllOfOneSize_isAnArrayThatGrows() {
        StructLog<Point, PointView> log = StructLog.over(allocator.allocate(20), PointView.type());
        log.append(new Point(1, "a"));
        log.append(new Point(2, "b"));
        assertThat(log.tryAppend(new Point(3, "c"))).isNull();
        assertThat(log).hasSize(2).extracting(PointView::x).containsExactly(1, 2);
    }

    @Test
    @SuppressWarnings("NullAway") // the references are known to lead somewhere
    void struct_whenItHasATail_canBeReferredTo() {
        TitleView title =
                TitleView.allocate(allocator, new Title(Ref.to(EntryView.allocate(allocator, new Entry(1, "text")))));
        assertThat(title.entry().text()).isEqualTo("text");
        assertThatThrownBy(() -> title.entry().free()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void layout_whenPacked_hasNoPadding() {
        assertThat(PackedView.BYTE_SIZE).isEqualTo(5);
        assertThat(PackedView.allocate(allocator, new Packed((byte) 1, new double[] {1.5}))
                        .memory()
                        .length())
                .isEqualTo(13);
        assertThat(PackedView.layout()).hasToString("[b1(a)1%i4(bLength)[0:1%d8](b)](Packed)");
    }

    @Test
    void table_showsTheTail() {
        assertThat(EntryView.type().layoutTable()).isEqualTo("""
                        dev.ashlar.tests.tail.Entry: 16 bytes and a tail, aligned to 8, 0 of them padding
                        offset  size  component  type    stored as
                             0     8  time       long    I64
                             8     4  text       String  I32+U8[]""");
        assertThat(EntryView.layout()).hasToString("[j8(time)i4(textLength)[0:b1](text)x4](Entry)");
    }
}
