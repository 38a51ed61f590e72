package dev.ashlar.tests.enums;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.tests.TestAllocator;
import java.lang.foreign.ValueLayout;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The numbers of enum components: those that are stored, and those of constants. */
class EnumNumberTest {
    @AutoClose
    private final TestAllocator allocator = new TestAllocator();

    @Test
    void number_whenConstantIsStored_isThatOfTheConstant() {
        LittleView view = LittleView.allocate(allocator);
        for (Tone tone : Tone.values()) {
            view.i8(tone).i16(tone).i32(tone);
            assertThat(view.i8Number()).isEqualTo(LittleView.i8Number(tone));
            assertThat(view.i16Number()).isEqualTo(LittleView.i16Number(tone));
            assertThat(view.i32Number()).isEqualTo(LittleView.i32Number(tone));
        }
        for (Level level : Level.values()) {
            assertThat(view.i64(level).i64Number()).isEqualTo(LittleView.i64Number(level));
        }
        for (Reach reach : Reach.values()) {
            assertThat(view.u32(reach).u32Number()).isEqualTo(LittleView.u32Number(reach));
        }
        assertThat(LittleView.u8Number(Side.SELL)).isEqualTo(1);
        assertThat(LittleView.i8Number(Tone.DARK)).isEqualTo(-2);
        assertThat(LittleView.u32Number(Reach.FAR)).isEqualTo(4_000_000_000L);
        assertThat(LittleView.i64Number(Level.LOW)).isEqualTo(-9_000_000_000L);
        assertThat(BigView.i64Number(Level.HIGH)).isEqualTo(9_000_000_000L);
    }

    @Test
    void number_whenNoConstantHasIt_isWhatIsStored() {
        LittleView view = LittleView.allocate(allocator);
        view.memory().segment().fill((byte) 0xff);
        assertThat(List.of(view.u8Number(), view.i8Number(), view.u16Number(), view.i16Number(), view.i32Number()))
                .containsExactly(255, -1, 65_535, -1, -1);
        assertThat(view.u32Number()).isEqualTo(0xffff_ffffL);
        assertThat(view.i64Number()).isEqualTo(-1);
        List<ThrowingCallable> getters =
                List.of(view::u8, view::i8, view::u16, view::i16, view::i32, view::u32, view::i64);
        for (ThrowingCallable getter : getters) {
            assertThatThrownBy(getter).isInstanceOf(IllegalStateException.class);
        }
        assertThat(view).hasToString("Little[u8=255, i8=-1, u16=65535, i16=-1, i32=-1, u32=4294967295, i64=-1]");
    }

    @Test
    void constant_whenNumbersAreFarApart_isFound() {
        LittleView view = LittleView.allocate(allocator);
        for (Level level : Level.values()) {
            assertThat(view.i64(level).i64()).isEqualTo(level);
        }
        for (Reach reach : Reach.values()) {
            assertThat(view.u32(reach).u32()).isEqualTo(reach);
        }
        for (Tone tone : Tone.values()) {
            assertThat(view.i8(tone).i8()).isEqualTo(tone);
        }
        // The same lower 32 bits as MIDDLE, and one beyond the numbers of Tone and in a gap between them.
        view.memory().storeI64(LittleView.OFFSET_I64, 7 + (1L << 32));
        assertThatThrownBy(view::i64).hasMessageContaining("component=i64 number=4294967303 enum=");
        view.memory().storeI32(LittleView.OFFSET_I32, 101);
        assertThatThrownBy(view::i32).hasMessageContaining("component=i32 number=101 enum=");
        view.memory().storeI32(LittleView.OFFSET_I32, 50);
        assertThatThrownBy(view::i32).hasMessageContaining("number=50");
        view.memory().storeI32(LittleView.OFFSET_I32, Integer.MIN_VALUE);
        assertThatThrownBy(view::i32).hasMessageContaining("number=-2147483648");
    }

    @Test
    void number_whenBigEndian_isInThatOrder() {
        BigView view = BigView.allocate(allocator);
        view.memory().storeI8(BigView.OFFSET_U16 + 1, 3);
        view.memory().storeI8(BigView.OFFSET_I16, 0xfe);
        view.memory().storeI8(BigView.OFFSET_I32 + 3, 100);
        view.memory().storeI8(BigView.OFFSET_U32, 0x80);
        view.memory().storeI8(BigView.OFFSET_I64 + 7, 9);
        assertThat(List.of(view.u8Number(), view.u16Number(), view.i16Number(), view.i32Number()))
                .containsExactly(0, 3, -512, 100);
        assertThat(view.u32Number()).isEqualTo(0x8000_0000L);
        assertThat(view.i64Number()).isEqualTo(9);
    }

    @Test
    @SuppressWarnings("NullAway") // callers outside of null-marked code can pass null
    void numberOfConstant_whenNull_namesStructAndComponent() {
        assertThatThrownBy(() -> LittleView.i64Number(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("a component cannot be null: struct=dev.ashlar.tests.enums.Little component=i64");
        assertThatThrownBy(() -> WholeColumns.bigI8Number(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("a component cannot be null: struct=dev.ashlar.tests.enums.Whole component=big.i8");
    }

    @Test
    void number_inColumns_isThatOfTheRow() {
        WholeColumns columns = WholeColumns.allocate(allocator, 3);
        columns.bigI64(1, Level.LOW).bigI8(0, Tone.DARK);
        assertThat(columns.bigI64Number(1)).isEqualTo(columns.get(1).bigI64Number());
        assertThat(columns.bigI64Number(1L)).isEqualTo(WholeColumns.bigI64Number(Level.LOW));
        assertThat(columns.bigI8Number(0)).isEqualTo(-2).isEqualTo(WholeColumns.bigI8Number(Tone.DARK));
        assertThat(WholeColumns.bigI8Number(Tone.DARK)).isEqualTo(BigView.i8Number(Tone.DARK));
        assertThat(columns.fillBigI8(Tone.LIGHT).bigI8Number(2L)).isEqualTo(100);
        columns.bigU16Column().set(ValueLayout.JAVA_BYTE, 5, (byte) 0x80);
        assertThat(columns.bigU16Number(2)).isEqualTo(0x80);
        assertThat(columns.get(2).bigU16Number()).isEqualTo(0x80);
        assertThatThrownBy(() -> columns.bigU16(2)).hasMessageContaining("number=128");
        WholeColumns.Cursor cursor = columns.cursor();
        cursor.advance();
        assertThat(cursor.bigI8Number()).isEqualTo(100);
    }

    @Test
    void number_outsideOfColumns_throws() {
        LittleColumns columns = LittleColumns.allocate(allocator, 2);
        for (long index : new long[] {-1, 2, Long.MAX_VALUE, Long.MIN_VALUE}) {
            assertThatThrownBy(() -> columns.u8Number(index)).isInstanceOf(IndexOutOfBoundsException.class);
        }
        LittleColumns empty = LittleColumns.allocate(allocator, 0);
        assertThatThrownBy(() -> empty.i64Number(0)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void number_afterFreeOrClose_throws() {
        LinearMemory memory = LinearMemory.create(1);
        LinkedListAllocator heap = LinkedListAllocator.over(memory);
        LittleView view = LittleView.allocate(heap);
        BigColumns columns = BigColumns.allocate(heap, 4);
        BigColumns.Row row = columns.get(3);
        LittleView open = LittleView.allocate(heap);
        view.free();
        columns.free();
        List<ThrowingCallable> freed =
                List.of(view::u8Number, view::u32Number, view::i64Number, row::i16Number, () -> columns.i64Number(0));
        for (ThrowingCallable number : freed) {
            assertThatThrownBy(number).isInstanceOf(IllegalStateException.class);
        }
        memory.close();
        assertThatThrownBy(open::i32Number).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void number_ofNestedStructsAndVariants_isTheirOwn() {
        WholeView whole = WholeView.allocate(allocator);
        assertThat(whole.big().i16(Tone.DARK).i16Number()).isEqualTo(-2);
        OrderView order = OrderView.allocate(allocator);
        Order_LimitView limit = order.beLimit().side(Side.SELL);
        assertThat(limit.sideNumber()).isEqualTo(Order_LimitView.sideNumber(Side.SELL));
        Order_MarketView market = order.beMarket();
        market.memory().storeI8(market.byteOffset(), 200);
        assertThat(market.sideNumber()).isEqualTo(200);
        assertThat(order.asMarket().sideNumber()).isEqualTo(200);
    }

    @Test
    void accessors_whenTheirNamesAreTaken_getUnderscores() {
        ClashView view = ClashView.allocate(allocator);
        view.side(Side.SELL)
                .sideNumber(5)
                .sideNumber_(Side.SELL)
                .type_(Side.SELL)
                .yield(Side.SELL);
        assertThat(List.of(
                        view.sideNumber__(),
                        view.sideNumber(),
                        view.sideNumber_Number(),
                        view.type_Number(),
                        view.yieldNumber()))
                .containsExactly(1, 5, 1, 1, 1);
        assertThat(ClashView.sideNumber__(Side.SELL)).isEqualTo(1);
        ClashColumns columns = ClashColumns.allocate(allocator, 1);
        columns.set(0, view.read());
        assertThat(columns.sideNumber(0)).isEqualTo(5);
        assertThat(columns.sideNumber__(0)).isEqualTo(ClashColumns.sideNumber__(Side.SELL));
        assertThat(columns.get(0).sideNumber_Number()).isEqualTo(ClashColumns.sideNumber_Number(Side.SELL));
        WholeColumns whole = WholeColumns.allocate(allocator, 1);
        assertThat(whole.bigU8Number(0, 9).bigU8(0, Side.SELL).bigU8Number(0)).isEqualTo(9);
        assertThat(whole.bigU8Number_(0)).isEqualTo(1);
    }

    @Test
    void accessors_whenBean_areReadOnlyProperties() {
        BeanView view = BeanView.allocate(allocator, new Bean(Side.SELL, 5, Side.SELL));
        assertThat(List.of(view.getSideNumber_(), view.getSideNumber(), view.getRead_Number()))
                .containsExactly(1, 5, 1);
        assertThat(BeanView.sideNumber_(Side.SELL) + BeanView.read_Number(Side.SELL))
                .isEqualTo(2);
        BeanColumns columns = BeanColumns.allocate(allocator, 1);
        columns.set(0, view.read());
        assertThat(columns.sideNumber_(0) + columns.get(0).getSideNumber_()).isEqualTo(2);
        assertThat(columns.read_Number(0L)).isEqualTo(BeanColumns.read_Number(Side.SELL));
    }
}
