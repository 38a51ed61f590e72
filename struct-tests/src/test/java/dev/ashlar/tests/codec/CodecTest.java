package dev.ashlar.tests.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.struct.StructComponent;
import dev.ashlar.struct.StructDump;
import dev.ashlar.struct.StructList;
import dev.ashlar.tests.TestAllocator;
import java.math.BigDecimal;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What codecs store, read and written in every way that a struct is. */
class CodecTest {
    private static final UUID ID = UUID.fromString("f81d4fae-7dec-11d0-a765-00a0c91e6bf6");

    @AutoClose
    private final TestAllocator allocator = new TestAllocator();

    static Order order() {
        return new Order(
                7,
                new Money(1250),
                new Money(65_535),
                new Money(15),
                new BigDecimal("12.5"),
                new Name("Ann"),
                true,
                new Place(50.5, -3.25),
                new Hash("00ff10"),
                new LocalDate[] {LocalDate.EPOCH, LocalDate.of(2024, 2, 29), LocalDate.of(1969, 12, 31)},
                new Money[] {new Money(1), new Money(255)},
                new Place[] {new Place(1, 2), new Place(3, 4)});
    }

    @Test
    void order_whenWrittenAndRead_isTheSame() {
        OrderView view = OrderView.allocate(allocator, order());
        Order read = view.read();
        assertThat(read)
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(order());
        assertThat(read.amount()).isEqualTo(new BigDecimal("12.5000"));
        view.write(read);
        assertThat(view)
                .isEqualTo(OrderView.allocate(allocator, order()))
                .hasSameHashCodeAs(OrderView.allocate(allocator, read));
        assertThat(view)
                .hasToString("Order[number=7, price=1250c, fee=65535c, tip=15c, amount=12.5000, name=Name[text=Ann],"
                        + " isBuy=true, from=Place[latitude=50.5, longitude=-3.25], hash=Hash[hex=00ff10],"
                        + " due=[1970-01-01, 2024-02-29, 1969-12-31], parts=[1c, 255c], stops=[Place[latitude=1.0,"
                        + " longitude=2.0], Place[latitude=3.0, longitude=4.0]]]");
    }

    @Test
    void accessors_areOfTheValueAndOfWhatIsStored() {
        OrderView view = OrderView.allocate(allocator);
        view.price(new Money(5)).fee(new Money(6)).tip(new Money(7)).amount(new BigDecimal("-0.0001"));
        view.name(new Name("Bob")).isBuy(true).from(new Place(1, 2)).hash(new Hash("010203"));
        assertThat(List.of(view.priceCents(), view.feeCents(), view.tipCents(), view.amountUnscaled()))
                .containsExactly(5L, 6L, 7L, -1L);
        assertThat(view.nameStored() + view.isBuyStored()).isEqualTo("BobBUY");
        assertThat(view.isBuyStoredNumber()).isEqualTo(OrderView.isBuyStoredNumber(Side.BUY));
        assertThat(view.fromMicros().latitude()).isEqualTo(1_000_000);
        assertThat(view.hashStoredToArray()).containsExactly(1, 2, 3);
        view.priceCents(8)
                .feeCents(9)
                .tipCents(-1)
                .amountUnscaled(10)
                .nameStored("Eve")
                .isBuyStored(Side.SELL);
        view.fromMicros().longitude(-1);
        view.hashStored(0, (byte) 0x7f);
        assertThat(List.of(view.price(), view.fee(), view.tip()))
                .containsExactly(new Money(8), new Money(9), new Money(-1));
        assertThat(view.amount()).isEqualTo(new BigDecimal("0.0010"));
        assertThat(view.name()).isEqualTo(new Name("Eve"));
        assertThat(view.isBuy()).isFalse();
        assertThat(view.from()).isEqualTo(new Place(1, -1e-6));
        assertThat(view.hash()).isEqualTo(new Hash("7f0203"));
    }

    @Test
    void elements_areOfTheValueAndOfWhatIsStored() {
        OrderView view = OrderView.allocate(allocator, order());
        view.due(1, LocalDate.EPOCH.plusDays(3))
                .dueDays(2, 5)
                .parts(0, new Money(200))
                .partsCents(1, 9);
        view.stops(1, new Place(7, 8));
        assertThat(view.dueDays(1)).isEqualTo(3);
        assertThat(view.dueTo(new LocalDate[3]))
                .containsExactly(LocalDate.EPOCH, LocalDate.EPOCH.plusDays(3), LocalDate.EPOCH.plusDays(5));
        assertThat(view.partsCents(0)).isEqualTo(200);
        assertThat(view.parts(1L)).isEqualTo(new Money(9));
        assertThat(view.stopsMicros(1).longitude()).isEqualTo(8_000_000);
        assertThat(view.stopsMicros().size()).isEqualTo(2);
        view.dueFrom(new LocalDate[] {LocalDate.MIN.withYear(1), LocalDate.EPOCH, LocalDate.EPOCH});
        assertThat(view.due(0)).isEqualTo(LocalDate.of(1, 1, 1));
    }

    @Test
    void times_areStoredAsDocumented() {
        Times times = new Times(
                Instant.parse("1970-01-01T00:00:01.000000002Z"),
                Instant.parse("1970-01-01T00:00:01.003Z"),
                LocalDate.of(1970, 1, 5),
                LocalTime.of(0, 0, 0, 6),
                LocalDateTime.of(1970, 1, 1, 0, 0, 0, 7),
                Duration.ofNanos(-8));
        TimesView view = TimesView.allocate(allocator, times);
        assertThat(view.read()).isEqualTo(times);
        assertThat(view.memory().loadI64(TimesView.OFFSET_CREATED)).isEqualTo(1_000_000_002);
        assertThat(view.memory().loadI64(TimesView.OFFSET_SEEN)).isEqualTo(1_003);
        assertThat(view.memory().loadI32(TimesView.OFFSET_DAY)).isEqualTo(4);
        assertThat(view.memory().loadI64(TimesView.OFFSET_OPENS)).isEqualTo(6);
        assertThat(view.memory().loadI64(TimesView.OFFSET_START)).isEqualTo(7);
        assertThat(view.memory().loadI64(TimesView.OFFSET_TIMEOUT)).isEqualTo(-8);
        assertThat(List.of(
                        view.createdNanos(),
                        view.seenMillis(),
                        view.opensNanos(),
                        view.startNanos(),
                        view.timeoutNanos()))
                .containsExactly(1_000_000_002L, 1_003L, 6L, 7L, -8L);
        assertThat(view.dayDays()).isEqualTo(4);
    }

    @Test
    void bytes_areInNetworkOrder_whateverTheOrderOfTheStruct() throws UnknownHostException {
        Inet4Address old = (Inet4Address) InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        Inet6Address host = (Inet6Address) InetAddress.getByName("2001:db8::1");
        IdsView view = IdsView.allocate(allocator, new Ids(ID, old, host, Instant.ofEpochSecond(0, 1)));
        assertThat(HexFormat.of().formatHex(view.memory().loadBytes(0, 48)))
                .isEqualTo("f81d4fae7dec11d0a76500a0c91e6bf6" + "7f000001" + "20010db8000000000000000000000001"
                        + "00000000" + "0000000000000001");
        assertThat(view.read()).isEqualTo(new Ids(ID, old, host, Instant.ofEpochSecond(0, 1)));
        assertThat(view.idBytesContentEquals(view.idBytesToArray())).isTrue();
    }

    /** A record is encoded whole before anything is stored. */
    @Test
    void bytes_whenTheCodecReturnsOneArrayEachTime_areThoseOfTheirValue() {
        Hashes hashes = new Hashes(new Hash("010203"), new Hash("040506"));
        assertThat(HashesView.allocate(allocator, hashes).read()).isEqualTo(hashes);
        assertThat(HashesColumns.copyOf(allocator, List.of(hashes)).read(0)).isEqualTo(hashes);
    }

    @Test
    void atomic_isTheStoredForm() {
        SeenView view = SeenView.allocate(allocator, new Seen(Instant.EPOCH));
        assertThat(view.lastNanosGetAndAdd(5)).isZero();
        assertThat(view.last()).isEqualTo(Instant.ofEpochSecond(0, 5));
        assertThat(view.lastNanosCompareAndSet(5, 6)).isTrue();
    }

    @Test
    void tails_areAsLongAsTheRecordSays() {
        LogView log = LogView.allocate(allocator, new Log(1, new Instant[] {Instant.EPOCH, Instant.ofEpochSecond(2)}));
        assertThat(log.stampsLength()).isEqualTo(2);
        assertThat(log.read().stamps()).containsExactly(Instant.EPOCH, Instant.ofEpochSecond(2));
        log.stamps(0, Instant.ofEpochSecond(3));
        assertThat(log.stampsNanos(0)).isEqualTo(3_000_000_000L);
        assertThat(log).hasToString("Log[id=1, stamps=[1970-01-01T00:00:03Z, 1970-01-01T00:00:02Z]]");
        assertThat(log).isEqualTo(LogView.allocate(allocator, log.read()));
        NoteView note = NoteView.allocate(allocator, new Note(1, new Name("a longer text")));
        assertThat(note.text()).isEqualTo(new Name("a longer text"));
        assertThat(note.textStored() + note.textLength()).isEqualTo("a longer text13");
        assertThat(note.read()).isEqualTo(new Note(1, new Name("a longer text")));
    }

    private static Trade trade(int number) {
        return new Trade(
                Instant.ofEpochSecond(number),
                new Money(number),
                new UUID(number, 1),
                number % 2 == 0,
                new Trade.Inner(new Money(10 + number)),
                new LocalDate[] {LocalDate.EPOCH.plusDays(number), LocalDate.EPOCH});
    }

    @Test
    void columns_haveBothFormsByIndexAndInRows() {
        TradeColumns columns = TradeColumns.copyOf(allocator, List.of(trade(1), trade(2)));
        assertThat(columns.time(1)).isEqualTo(Instant.ofEpochSecond(2));
        assertThat(columns.timeNanos(1L)).isEqualTo(2_000_000_000L);
        columns.time(0, Instant.ofEpochSecond(9))
                .priceCents(0, 77)
                .innerFee(1, new Money(5))
                .isBuy(0, true);
        assertThat(columns.price(0)).isEqualTo(new Money(77));
        assertThat(columns.innerFeeCents(1)).isEqualTo(5);
        assertThat(columns.isBuyStored(0)).isEqualTo(Side.BUY);
        assertThat(columns.isBuyStoredNumber(0)).isEqualTo(TradeColumns.isBuyStoredNumber(Side.BUY));
        assertThat(columns.id(1)).isEqualTo(new UUID(2, 1));
        assertThat(columns.idBytes(1, 7)).isEqualTo((byte) 2);
        assertThat(columns.due(1, 0)).isEqualTo(LocalDate.EPOCH.plusDays(2));
        assertThat(columns.get(0).time()).isEqualTo(Instant.ofEpochSecond(9));
        assertThat(columns.timeColumn().byteSize()).isEqualTo(16);
        columns.set(0, trade(3));
        assertThat(columns.read(0)).usingRecursiveComparison().isEqualTo(trade(3));
        assertThat(columns.get(0))
                .isNotEqualTo(columns.get(1))
                .isEqualTo(TradeColumns.copyOf(allocator, List.of(trade(3))).get(0));
        columns.fillTime(Instant.ofEpochSecond(4)).fillPriceCents(8).fillIsBuyStored(Side.SELL);
        assertThat(columns.timeNanos(1)).isEqualTo(4_000_000_000L);
        assertThat(columns.price(1)).isEqualTo(new Money(8));
        assertThat(columns.isBuy(1)).isFalse();
        assertThat(columns.get(0)).asString().startsWith("Trade[time=1970-01-01T00:00:04Z, price=8c, id=");
    }

    @Test
    void lists_cursorsAndUnions_workAsWithOtherComponents() {
        TradeList list = TradeList.create(allocator);
        list.add(trade(1));
        list.add(trade(2));
        List<Instant> times = new ArrayList<>();
        for (TradeView.Cursor cursor = list.cursor(); cursor.advance(); ) {
            times.add(cursor.time());
        }
        assertThat(times).containsExactly(Instant.ofEpochSecond(1), Instant.ofEpochSecond(2));
        assertThat(list.get(0).inner().fee()).isEqualTo(new Money(11));
        EventView event = EventView.allocate(allocator, new Event.Paid(new BigDecimal("1.5")));
        assertThat(event.read()).isEqualTo(new Event.Paid(new BigDecimal("1.50")));
        assertThat(event.asPaid().amountUnscaled()).isEqualTo(150);
        event.write(new Event.Opened(Instant.EPOCH));
        assertThat(event.asOpened().at()).isEqualTo(Instant.EPOCH);
    }

    /** With room for one, for both, and in a list that knows its struct only at run time. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 4})
    void add_whenTheCodecAddsToTheSameList_losesNothing(long capacity) {
        for (StructList<Step, StepView> list : List.of(
                StepList.create(allocator, capacity), StructList.create(allocator, StepView.type(), capacity))) {
            list.add(Step.of(new Late(() -> list.add(Step.of(Late.of(1))), 2)));
            list.insert(0, Step.of(new Late(() -> list.add(Step.of(Late.of(3))), 4)));
            list.addAll(List.of(Step.of(new Late(() -> list.add(Step.of(Late.of(5))), 6))));
            assertThat(list.stream().map(step -> step.inner().numberStored())).containsExactly(4L, 1L, 2L, 3L, 5L, 6L);
        }
    }

    @Test
    void names_whenTaken_getUnderscores() {
        OddView view = OddView.allocate(allocator);
        view.a(Instant.EPOCH)
                .aNanos(3)
                .aNanos_(4)
                .aEncoded(Instant.ofEpochSecond(5))
                .aDecoded(Duration.ZERO);
        assertThat(view.a()).isEqualTo(Instant.ofEpochSecond(0, 4));
        assertThat(view.aEncodedNanos()).isEqualTo(5_000_000_000L);
        view.valueNanos_(1).value(Duration.ofNanos(2)).InstantNanosNanos(6);
        assertThat(view.valueNanos()).isEqualTo(2);
        assertThat(view.InstantNanos()).isEqualTo(Duration.ofNanos(6));
        OddColumns columns = OddColumns.allocate(allocator, 1);
        columns.set(0, view.read());
        assertThat(columns.read(0)).isEqualTo(view.read());
        columns.fillANanos(1).fillANanos_(2);
        assertThat(columns.aNanos(0) + columns.aNanos_(0)).isEqualTo(3);
    }

    @Test
    void description_hasTheTypeTheStorageAndTheCodec() {
        assertThat(OrderView.type().component("amount"))
                .returns("BigDecimal", StructComponent::typeName)
                .returns("I64", StructComponent::storage)
                .returns("dev.ashlar.struct.codec.ScaledDecimal scale 4", StructComponent::codec);
        assertThat(OrderView.type().component("number").codec()).isNull();
        assertThat(OrderView.type().component("due").typeName()).isEqualTo("LocalDate[3]");
        assertThat(OrderView.type().layoutTable()).contains("  from       Place         struct by PlaceCodec\n");
        OrderView view = OrderView.allocate(allocator, order());
        assertThat(OrderView.type().decoded("amount", view.memory(), 0, 0)).isEqualTo("12.5000");
        assertThat(OrderView.type().decoded("due", view.memory(), 0, 1)).isEqualTo("2024-02-29");
    }

    @Test
    void dump_printsValuesAndWhatIsStored() {
        OrderView view = OrderView.allocate(allocator, order());
        view.priceCents(666);
        assertThat(StructDump.of(view)).isEqualTo("""
dev.ashlar.tests.codec.Order: 88 bytes at 0 of Memory[offset=16, length=88]
    0  07 00 00 00              number = 7
    4  00 00 00 00              (padding)
    8  9a 02 00 00 00 00 00 00  price = no value (666)
   16  ff ff                    fee = 65535c (65535)
   18  0f                       tip = 15c (15) (bits 0:5)
   19  00 00 00 00 00           (padding)
   24  48 e8 01 00 00 00 00 00  amount = 12.5000 (125000)
   32  41 6e 6e 00 00 00 00 00  name = Name[text=Ann] ("Ann")
   40  00                       isBuy = true (BUY (0))
   41  00 00 00                 (padding)
   44                           from = Place[latitude=50.5, longitude=-3.25]: dev.ashlar.tests.codec.PlaceForm
   44  a0 91 02 03                latitude = 50500000
   48  b0 68 ce ff                longitude = -3250000
   52  00 ff 10                 hash = Hash[hex=00ff10]
   55  00                       (padding)
   56  00 00 00 00 46 4d 00 00  due[0] = 1970-01-01 (0), 2024-02-29 (19782)
   64  ff ff ff ff              due[2] = 1969-12-31 (-1)
   68  01 ff                    parts[0] = 1c (1), 255c (255)
   70  00 00                    (padding)
   72                           stops[0] = Place[latitude=1.0, longitude=2.0]: dev.ashlar.tests.codec.PlaceForm
   72  40 42 0f 00                latitude = 1000000
   76  80 84 1e 00                longitude = 2000000
   80                           stops[1] = Place[latitude=3.0, longitude=4.0]: dev.ashlar.tests.codec.PlaceForm
   80  c0 c6 2d 00                latitude = 3000000
   84  00 09 3d 00                longitude = 4000000
""");
    }
}
