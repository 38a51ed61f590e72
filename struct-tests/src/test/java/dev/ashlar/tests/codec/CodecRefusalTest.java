package dev.ashlar.tests.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.struct.StructDump;
import dev.ashlar.tests.TestAllocator;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What codecs refuse: the messages, and that nothing is half done. */
class CodecRefusalTest {
    private static final String MONEY = " codec=dev.ashlar.tests.codec.MoneyCodec: ";

    @AutoClose
    private final TestAllocator allocator = new TestAllocator();

    private final OrderView view = OrderView.allocate(allocator, CodecTest.order());

    /** Refuses and leaves all bytes as they are. */
    private void assertRefused(Class<? extends RuntimeException> type, String message, ThrowingCallable action) {
        byte[] before = view.memory().loadBytes();
        assertThatThrownBy(action).isInstanceOf(type).hasMessage(message);
        assertThat(view.memory().loadBytes()).isEqualTo(before);
    }

    private static String fact(String component) {
        return "struct=dev.ashlar.tests.codec.Order component=" + component;
    }

    @Test
    void value_whenTheCodecThrows_isRefusedWithItsReason() {
        assertRefused(
                IllegalArgumentException.class,
                "value does not fit: " + fact("price") + " value=-1c storage=I64" + MONEY + "debts are not stored",
                () -> view.price(new Money(-1)));
        assertThatThrownBy(() -> view.price(new Money(-1))).hasCauseInstanceOf(UnsupportedOperationException.class);
        assertRefused(
                IllegalArgumentException.class,
                "value does not fit: " + fact("parts") + " value=-1c storage=U8" + MONEY + "debts are not stored",
                () -> view.parts(1, new Money(-1)));
        assertRefused(
                IllegalArgumentException.class,
                "value does not fit: " + fact("amount") + " value=0.00001 storage=I64"
                        + " codec=dev.ashlar.struct.codec.ScaledDecimal scale 4: more decimal places than are stored, use"
                        + " setScale with a rounding mode: places=5 scale=4",
                () -> view.amount(new BigDecimal("0.00001")));
    }

    @Test
    void value_whenTheStoredFormDoesNotFit_isRefusedAsThat() {
        assertRefused(
                IllegalArgumentException.class,
                "value does not fit its storage type: " + fact("fee") + " value=65536 storageType=U16 min=0 max=65535",
                () -> view.fee(new Money(65_536)));
        assertThatThrownBy(() -> view.tip(new Money(16))).hasMessageContaining(fact("tip"));
        assertThatThrownBy(() -> view.name(new Name("far too long"))).hasMessageContaining(fact("name"));
        assertRefused(
                IllegalArgumentException.class,
                "array of the wrong length: " + fact("hash") + " arrayLength=2 length=3",
                () -> view.hash(new Hash("0000")));
    }

    @Test
    @SuppressWarnings("NullAway") // that null is refused is what is tested
    void null_isRefusedWithTheNameOfTheComponent() {
        String refused = "a component cannot be null: ";
        assertRefused(NullPointerException.class, refused + fact("price"), () -> view.price(null));
        assertRefused(
                NullPointerException.class,
                refused + fact("due[2]"),
                () -> view.dueFrom(new LocalDate[] {LocalDate.EPOCH, LocalDate.EPOCH, null}));
        assertRefused(NullPointerException.class, refused + fact("due"), () -> view.dueFrom(null));
        assertRefused(NullPointerException.class, refused + fact("parts"), () -> view.parts(0, null));
    }

    @Test
    void codec_whenItReturnsNull_isRefused() {
        assertRefused(
                IllegalArgumentException.class,
                "value does not fit: " + fact("name") + " value=Name[text=nothing] storage=U8[8]"
                        + " codec=dev.ashlar.tests.codec.NameCodec: encode returned null",
                () -> view.name(new Name("nothing")));
        view.nameStored("nobody");
        assertThatThrownBy(view::name)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no value is stored as this: " + fact("name")
                        + " stored=nobody codec=dev.ashlar.tests.codec.NameCodec: decode returned null");
    }

    @Test
    void stored_whenTheCodecKnowsNoSuchValue_isNamed() {
        view.priceCents(666);
        String message = "no value is stored as this: " + fact("price") + " stored=666" + MONEY + "not of this world";
        assertThatThrownBy(view::price)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(message);
        assertThatThrownBy(view::read).isInstanceOf(IllegalStateException.class).hasMessage(message);
        assertThat(view).hasToString("Order[unreadable: IllegalStateException]");
        assertThat(view.priceCents()).isEqualTo(666);
        TimesView times = TimesView.allocate(allocator);
        times.opensNanos(-1);
        assertThatThrownBy(times::opens)
                .hasMessageStartingWith(
                        "no value is stored as this: struct=dev.ashlar.tests.codec.Times component=opens"
                                + " stored=-1 codec=dev.ashlar.struct.codec.LocalTimeNanos: Invalid value for NanoOfDay");
    }

    /** Methods in Kotlin declare no exceptions. */
    @Test
    void exception_whenItIsCheckedAndNotDeclared_isWrappedToo() {
        FoxView fox = FoxView.allocate(allocator, new Fox(new Sly("red")));
        String by = " codec=dev.ashlar.tests.codec.SlyCodec: nothing is declared";
        assertThatThrownBy(() -> fox.name(new Sly("encode")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasCauseInstanceOf(IOException.class)
                .hasMessage("value does not fit: struct=dev.ashlar.tests.codec.Fox component=name value=encode"
                        + " storage=U8[8]" + by);
        fox.nameStored("decode");
        assertThatThrownBy(fox::read)
                .isInstanceOf(IllegalStateException.class)
                .hasCauseInstanceOf(IOException.class)
                .hasMessage("no value is stored as this: struct=dev.ashlar.tests.codec.Fox component=name stored=decode"
                        + by);
        assertThat(StructDump.of(fox)).contains("name = no value (\"decode\")");
        assertThat(fox).hasToString("Fox[unreadable: IllegalStateException]");
        fox.nameStored("sly");
        assertThat(StructDump.of(fox)).contains("name = no value (\"sly\")");
        assertThat(fox).hasToString("Fox[unreadable: IOException]");
    }

    @Test
    void value_whenItsTextIsNull_isRefusedAsOthers() {
        FoxView fox = FoxView.allocate(allocator);
        assertThatThrownBy(() -> fox.name(new Sly("untold")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("component=name value=null storage=U8[8]")
                .hasMessageEndingWith("untold is not stored");
        fox.nameStored("untold");
        assertThat(StructDump.of(fox)).contains("name = null (\"untold\")");
        assertThat(fox).hasToString("Fox[name=null]");
    }

    @Test
    void element_whenTheCodecKnowsNoSuchValue_isNamedWithItsIndex() {
        OrderView order = OrderView.allocate(allocator);
        order.stopsMicros(1).latitude(Integer.MIN_VALUE);
        String place = "no value is stored as this: " + fact("stops[1]");
        assertThatThrownBy(() -> order.stops(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(place);
        assertThatThrownBy(() -> order.stopsTo(new Place[2])).hasMessageStartingWith(place);
        LogView log = LogView.allocate(allocator, new Log(1, new Instant[] {Instant.EPOCH}));
        assertThat(log.stamps(0)).isEqualTo(Instant.EPOCH);
    }

    @Test
    void columns_whenAComponentOfANestedStructIsRefused_nameItsPath() {
        TradeColumns columns = TradeColumns.allocate(allocator, 1);
        assertThatThrownBy(() -> columns.innerFee(0, new Money(-1)))
                .hasMessageStartingWith("value does not fit: struct=dev.ashlar.tests.codec.Trade component=inner.fee ");
        columns.innerFeeCents(0, 666);
        String unreadable = "no value is stored as this: struct=dev.ashlar.tests.codec.Trade component=inner.fee ";
        assertThatThrownBy(() -> columns.innerFee(0)).hasMessageStartingWith(unreadable);
        assertThatThrownBy(() -> columns.read(0)).hasMessageStartingWith(unreadable);
    }

    /** The last component is refused, and all others are new. */
    @Test
    void record_whenOneComponentIsRefused_changesNothing() {
        Order other = new Order(
                8,
                new Money(1),
                new Money(2),
                new Money(3),
                BigDecimal.ONE,
                new Name("x"),
                false,
                new Place(0, 0),
                new Hash("000000"),
                new LocalDate[] {LocalDate.EPOCH, LocalDate.EPOCH, LocalDate.EPOCH},
                new Money[] {new Money(3), new Money(-4)},
                new Place[] {new Place(0, 0), new Place(0, 0)});
        String message =
                "value does not fit: " + fact("parts[1]") + " value=-4c storage=U8" + MONEY + "debts are not stored";
        assertRefused(IllegalArgumentException.class, message, () -> view.write(other));
        int live = allocator.liveBlocks();
        assertRefused(IllegalArgumentException.class, message, () -> OrderView.allocate(allocator, other));
        assertThat(allocator.liveBlocks()).isEqualTo(live);
    }

    @Test
    void row_whenOneComponentIsRefused_changesNothing() {
        LocalDate[] due = {LocalDate.EPOCH, LocalDate.EPOCH};
        Trade trade = new Trade(Instant.EPOCH, new Money(1), new UUID(1, 2), true, new Trade.Inner(new Money(2)), due);
        TradeColumns columns = TradeColumns.copyOf(allocator, List.of(trade));
        byte[] before = columns.memory().loadBytes();
        Trade other = new Trade(
                Instant.ofEpochSecond(1), new Money(3), new UUID(3, 4), false, new Trade.Inner(new Money(-1)), due);
        assertThatThrownBy(() -> columns.set(0, other))
                .hasMessage("value does not fit: struct=dev.ashlar.tests.codec.Trade component=inner.fee value=-1c"
                        + " storage=I64" + MONEY + "debts are not stored");
        assertThatThrownBy(() -> columns.fillPrice(new Money(-1))).hasMessageContaining("component=price value=-1c");
        assertThatThrownBy(() -> columns.time(0, Instant.MAX)).hasMessageContaining("component=time value=");
        assertThatThrownBy(() -> columns.time(1, Instant.EPOCH)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(columns.memory().loadBytes()).isEqualTo(before);
    }
}
