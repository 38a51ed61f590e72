package dev.ashlar.tests.optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.alloc.Allocator;
import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import dev.ashlar.struct.Ref;
import dev.ashlar.struct.StructComponent;
import dev.ashlar.struct.StructDump;
import dev.ashlar.struct.StructType;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Arrays and tails whose elements may have no value. */
class ElementsTest {
    private static final String LEVELS = " struct=dev.ashlar.tests.optional.Gauge component=levels";

    private final Allocator allocator = LinkedListAllocator.over(LinearMemory.create(1));

    private static Gauge gauge(@Nullable Integer... levels) {
        return new Gauge(7, levels, new OptionalDouble[] {OptionalDouble.empty(), OptionalDouble.of(1.5)});
    }

    @Test
    void view_ofNew_hasNoElementByBitAndTheZeroBySentinel() {
        GaugeView view = GaugeView.allocate(allocator);
        for (int index = 0; index < 4; index++) {
            assertThat(view.hasLevels(index)).isFalse();
            assertThat(view.levelsOr(index, -5)).isEqualTo(-5);
        }
        assertThat(view.hasHeights(0)).isTrue();
        assertThat(view.heights(1)).isZero();
        assertThat(view.levelsToArray()).containsOnlyNulls();
    }

    @Test
    void accessor_ofAnAbsentElement_throwsWithItsIndex() {
        GaugeView view = GaugeView.allocate(allocator, gauge(1, null, 3, null));
        assertThatThrownBy(() -> view.levels(1))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("element holds no value; ask first, or read it with a value to use instead:" + LEVELS
                        + " index=1");
        assertThatThrownBy(() -> view.heights(0L)).hasMessageEndingWith("component=heights index=0");
        assertThat(view.levels(2)).isEqualTo(3);
        assertThat(view.levels(1, -1).levels(1)).isEqualTo(-1);
    }

    @Test
    void accessor_whenThereIsNoSuchElement_changesNothing() {
        GaugeView view = GaugeView.allocate(allocator, gauge(1, null, 3, null));
        byte[] before = bytes(view.memory());
        for (long index : new long[] {-1, 4, 1L << 32, Long.MIN_VALUE}) {
            assertOutside(() -> view.hasLevels(index));
            assertOutside(() -> view.levels(index));
            assertOutside(() -> view.levelsOr(index, 0));
            assertOutside(() -> view.levels(index, 0));
            assertOutside(() -> view.clearLevels(index));
            assertOutside(() -> view.clearHeights(index));
            assertOutside(() -> view.hasHeights(index));
        }
        assertThat(bytes(view.memory())).isEqualTo(before);
    }

    private static void assertOutside(org.assertj.core.api.ThrowableAssert.ThrowingCallable access) {
        assertThatThrownBy(access).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void bits_lieBehindTheComponentsInOrder() {
        GaugeView view = GaugeView.allocate(allocator, gauge(null, null, null, null));
        assertThat(GaugeView.OFFSET_PRESENCE).isEqualTo(40);
        for (int index = 0; index < 4; index++) {
            view.levels(index, 9);
            assertThat(view.memory().loadU8(40)).isEqualTo((1 << (index + 1)) - 1);
        }
        view.clearLevels(2);
        assertThat(view.memory().loadU8(40)).isEqualTo(0b1011);
        assertThat(view.memory().loadI32(GaugeView.OFFSET_LEVELS + 8)).isZero();
        assertThat(Double.isNaN(view.memory().loadF64(GaugeView.OFFSET_HEIGHTS)))
                .isTrue();
    }

    @Test
    void write_whenAnElementIsRefused_changesNothing() {
        GaugeView view = GaugeView.allocate(allocator, gauge(1, null, 3, null));
        byte[] before = bytes(view.memory());
        assertThatThrownBy(() -> view.levelsFrom(new Integer[] {1, 2, 3}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("array of the wrong length:" + LEVELS + " arrayLength=3 length=4");
        assertThatThrownBy(() -> view.write(gauge(1, 2, 3, 4, 5))).hasMessageEndingWith("arrayLength=5 length=4");
        OptionalDouble[] nan = {OptionalDouble.of(2), OptionalDouble.of(Double.NaN)};
        assertThatThrownBy(() -> view.write(new Gauge(9, new Integer[4], nan)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("value stands for absence; clear the component instead:"
                        + " struct=dev.ashlar.tests.optional.Gauge component=heights[1] value=NaN");
        assertThatThrownBy(() -> view.heightsFrom(nan)).hasMessageEndingWith("component=heights[1] value=NaN");
        assertThatThrownBy(() -> view.heights(0, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> view.heightsFrom(new OptionalDouble[2]))
                .isInstanceOf(NullPointerException.class)
                .hasMessageEndingWith("component=heights[0]");
        assertThat(bytes(view.memory())).isEqualTo(before);
        ElementsView all = ElementsView.allocate(allocator).u8(1, (short) 3);
        assertThatThrownBy(() -> all.u8From(new Short[] {null, 256}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("component=u8[1] value=256");
        assertThatThrownBy(() -> all.u8(0, (short) -1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(all.u8ToArray()).containsExactly(null, (short) 3);
    }

    @Test
    void equals_ofAbsentElements_ignoresTheirBytes() {
        GaugeView one = GaugeView.allocate(allocator, gauge(1, null, 3, null));
        GaugeView other = GaugeView.allocate(allocator, gauge(1, null, 3, null));
        other.memory().storeI32(GaugeView.OFFSET_LEVELS + 4, 77);
        other.memory().storeI64(GaugeView.OFFSET_HEIGHTS, 0xFFF8_0000_0000_1234L);
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
        assertThat(one).hasToString("Gauge[station=7, levels=[1, absent, 3, absent], heights=[absent, 1.5]]");
        assertThat(one).isNotEqualTo(GaugeView.allocate(allocator, gauge(1, 0, 3, null)));
        assertThat(one).isNotEqualTo(GaugeView.allocate(allocator, gauge(1, null, 4, null)));
    }

    @Test
    void equals_ofElementsThatNoConstantHas_doesNotThrow() {
        ElementsView one = ElementsView.allocate(allocator).color(3, Color.GREEN);
        ElementsView other = ElementsView.allocate(allocator).color(3, Color.GREEN);
        one.memory().storeI32(ElementsView.OFFSET_COLOR + 12, 99);
        assertThat(one).isNotEqualTo(other);
        other.memory().storeI32(ElementsView.OFFSET_COLOR + 12, 99);
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
        assertThat(one.toString()).contains("color=[absent, absent, absent, 99");
        assertThatThrownBy(() -> one.color(3)).isInstanceOf(IllegalStateException.class);
        assertThat(one.clearColor(3).colorOrNull(3)).isNull();
    }

    @Test
    void struct_whenAbsent_isMadePresentInPlaceOrCopied() {
        ElementsView all = ElementsView.allocate(allocator);
        assertThatThrownBy(() -> all.point(2)).isInstanceOf(NoSuchElementException.class);
        all.newPoint(2).y(3);
        assertThat(all.pointToArray()).containsExactly(null, null, new Point(0, 3));
        assertThat(all.point(0, new Point(4, 5)).point(0).x()).isEqualTo(4);
        PointView other = PointView.allocate(allocator, new Point(8, 9));
        assertThat(all.pointOr(1, other)).isEqualTo(other);
        assertThat(all.clearPoint(0).pointOrNull(0)).isNull();
        assertThat(all.newPoint(2).read()).isEqualTo(new Point(0, 0));
        all.shape(1, new Shape.Dot((byte) 3));
        assertThat(all.read().shape()).containsExactly(null, new Shape.Dot((byte) 3));
    }

    @Test
    void codec_hasTheStoredFormBesideIt() {
        ElementsView all = ElementsView.allocate(allocator);
        assertThat(all.createdNanosOr(1, -1)).isEqualTo(-1);
        assertThatThrownBy(() -> all.createdNanos(1)).isInstanceOf(NoSuchElementException.class);
        assertThat(all.createdNanos(1, 5).created(1)).isEqualTo(Instant.ofEpochSecond(0, 5));
        assertThat(all.priceUnscaled(0, 1234).price(0)).isEqualTo("12.34");
        assertThat(all.priceOrNull(1)).isNull();
    }

    @Test
    void references_inAbsentStructs_areNotAskedForTheirMemory() {
        AwkwardElements_HolderView first = AwkwardElements_HolderView.allocate(
                allocator, new AwkwardElements.Holder(new AwkwardElements.Link[2], 1));
        AwkwardElements.Link link = new AwkwardElements.Link(Ref.to(first));
        AwkwardElements_HolderView second = AwkwardElements_HolderView.allocate(
                allocator, new AwkwardElements.Holder(new AwkwardElements.Link[] {null, link}, 2));
        assertThat(second.links(1).next()).isEqualTo(first);
        assertThat(second).isEqualTo(AwkwardElements_HolderView.allocate(allocator, second.read()));
        AwkwardElements_HolderView foreign =
                AwkwardElements_HolderView.allocate(LinkedListAllocator.over(LinearMemory.create(1)));
        assertThatThrownBy(() -> foreign.links(0, link)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> foreign.linksFrom(new AwkwardElements.Link[] {null, link}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> foreign.write(second.read())).isInstanceOf(IllegalArgumentException.class);
        assertThat(foreign.hasLinks(0) || foreign.hasLinks(1)).isFalse();
    }

    @Test
    void record_withNamesOfMethods_isWrittenAndRead() {
        Values values = new Values(1);
        for (int round = 0; round < 20; round++) {
            AwkwardElements.Names names = values.record(AwkwardElements.Names.class);
            AwkwardElements_NamesView view = AwkwardElements_NamesView.allocate(allocator, names);
            AwkwardElements_NamesColumns columns = AwkwardElements_NamesColumns.allocate(allocator, 3);
            columns.get(1).write(names);
            for (AwkwardElements.Names read : new AwkwardElements.Names[] {view.read(), columns.read(1)}) {
                assertThat(read).usingRecursiveComparison().isEqualTo(names);
            }
        }
    }

    @Test
    void bean_hasFunctionsForElements() {
        AwkwardElements_BeanView bean = AwkwardElements_BeanView.allocate(allocator);
        assertThat(bean.ageOrNull_(0)).isNull();
        assertThat(bean.age(0, 3).ageOrNull_(0)).isEqualTo(3);
        assertThat(bean.isOpen(1, true).component2()).containsExactly(null, true);
        assertThat(bean.setAgeOrNull(5).getAgeOrNull()).isEqualTo(5);
        bean.newAt(1).x(4);
        assertThat(bean.component5()).containsExactly(null, new Point(4, 0));
        AwkwardElements_BeanColumns columns = AwkwardElements_BeanColumns.allocate(allocator, 2);
        columns.taken(1, 0, Instant.EPOCH);
        assertThat(columns.get(1).component4()).containsExactly(Instant.EPOCH, null);
    }

    @Test
    void tail_ofOptionalElements_isOfTheLengthOfItsStruct() {
        LevelsView view = LevelsView.allocate(allocator, new Levels(null, new Integer[] {1, null, 3}));
        assertThat(view.levelsLength()).isEqualTo(3);
        assertThat(view.memory().loadU8(LevelsView.OFFSET_LEVELS + 5)).isEqualTo(255);
        assertThatThrownBy(() -> view.levels(1)).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> view.levels(0, 255)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> view.levelsFrom(new Integer[2])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> view.write(new Levels(4, new Integer[2])))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> view.hasLevels(3)).isInstanceOf(IndexOutOfBoundsException.class);
        view.levelsFrom(new Integer[] {null, 2, null}).author(8);
        assertThat(view.read().levels()).containsExactly(null, 2, null);
        assertThat(view).hasToString("Levels[author=8, levels=[absent, 2, absent]]");
        assertThat(view).isNotEqualTo(LevelsView.allocate(allocator, new Levels(8, new Integer[2])));
        StructType<?, ?> type = LevelsView.type();
        StructComponent levels = type.component("levels");
        assertThat(LongStream.range(0, 3).mapToObj(index -> type.isPresent(levels, view.memory(), 0, index)))
                .containsExactly(false, true, false);
        assertOutside(() -> type.isPresent(levels, view.memory(), 0, 3));
        assertThat(StructDump.of(view)).contains("levels[0] = absent, 2, absent");
    }

    @Test
    void description_tellsWhichElementsArePresent() {
        GaugeView view = GaugeView.allocate(allocator, gauge(1, null, 3, null));
        StructType<?, ?> type = GaugeView.type();
        StructComponent levels = type.component("levels");
        assertThat(levels.isOptional()).isFalse();
        assertThat(levels.hasOptionalElements()).isTrue();
        assertThat(type.component("station").hasOptionalElements()).isFalse();
        assertThat(type.isPresent(levels, view.memory(), 0)).isTrue();
        assertThat(type.isPresent(levels, view.memory(), 0, 0)).isTrue();
        assertThat(type.isPresent(levels, view.memory(), 0, 1)).isFalse();
        assertThat(type.isPresent(type.component("heights"), view.memory(), 0, 0))
                .isFalse();
        assertThatThrownBy(() -> type.isPresent(levels, view.memory(), 0, 4))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("no such element:" + LEVELS + " index=4 size=4");
        assertThatThrownBy(() -> type.isPresent(type.component("station"), view.memory(), 0, 0))
                .hasMessage("component without elements: struct=dev.ashlar.tests.optional.Gauge component=station: I32"
                        + " at 0");
        StructComponent text = EverythingView.type().component("text");
        assertThatThrownBy(() -> EverythingView.type().isPresent(text, view.memory(), 0, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(type.component("presence")).hasToString("presence: 4 bits at 40");
        assertThat(type.layout().byteSize()).isEqualTo(48);
        assertThat(type.layoutTable()).contains("I32[4], present if bits 0 to 3", "F64[2], absent if NaN");
    }

    @Test
    void dump_printsWhatIsAbsent() {
        GaugeView view = GaugeView.allocate(allocator, gauge(1, null, 3, null));
        assertThat(StructDump.of(view).lines().skip(1))
                .containsExactly(
                        "    0  07 00 00 00              station = 7",
                        "    4  01 00 00 00 00 00 00 00  levels[0] = 1, absent",
                        "   12  03 00 00 00 00 00 00 00  levels[2] = 3, absent",
                        "   20  00 00 00 00              (padding)",
                        "   24  00 00 00 00 00 00 f8 7f  heights[0] = absent",
                        "   32  00 00 00 00 00 00 f8 3f  heights[1] = 1.5",
                        "   40  05                       presence = levels[0], levels[2]",
                        "   41  00 00 00 00 00 00 00     (padding)");
        ElementsView all =
                ElementsView.allocate(allocator).point(1, new Point(1, 2)).createdNanos(0, 5);
        assertThat(StructDump.of(all))
                .contains("point[0] = absent", "point[1]: dev.ashlar.tests.optional.Point", "created[1] = absent");
    }

    @Test
    void columns_haveABitForEachElement() {
        GaugeColumns columns = GaugeColumns.allocate(allocator, 21);
        GaugeColumns slice = columns.slice(3, 18);
        slice.levels(0, 1, 5).levels(14, 3, 6);
        for (int row = 0; row < 21; row++) {
            for (int index = 0; index < 4; index++) {
                boolean isSet = (row == 3 && index == 1) || (row == 17 && index == 3);
                assertThat(columns.hasLevels(row, index)).isEqualTo(isSet);
                int bit = row * 4 + index;
                assertThat((columns.levelsValidity().get(java.lang.foreign.ValueLayout.JAVA_BYTE, bit / 8) >> bit % 8
                                        & 1)
                                == 1)
                        .isEqualTo(isSet);
            }
        }
        assertThat(columns.levelsValidity().byteSize()).isEqualTo(11);
        assertThat(columns.levelsValidityOffset()).isZero();
        assertThat(slice.levelsValidityOffset()).isEqualTo(4);
        assertThat(slice.levelsValidity().byteSize()).isEqualTo(8);
        assertThat(GaugeColumns.byteSize(21)).isEqualTo(128 + 384 + 64 + 384);
        assertThat(columns.clearLevels(3, 1).levelsOr(3, 1, -1)).isEqualTo(-1);
        assertThatThrownBy(() -> columns.levels(3, 1)).isInstanceOf(NoSuchElementException.class);
        assertOutside(() -> columns.hasLevels(3, 4));
        assertOutside(() -> columns.hasLevels(21, 0));
        assertThatThrownBy(() -> GaugeColumns.byteSize(Long.MAX_VALUE / 4))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] bytes(Memory memory) {
        return memory.loadBytes(0, (int) memory.length());
    }
}
