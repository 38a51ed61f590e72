package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Generated code as a whole, to be read. {@code mvn -pl struct-processor -am test -Dashlar.updateGoldens=true} writes
 * the golden files anew; review the difference before you commit it.
 */
class GoldenTest {
    private static final Path GOLDENS = Path.of("src/test/resources/golden");
    private static final String PERSON = """
            package p;

            import dev.ashlar.struct.Length;
            import dev.ashlar.struct.Struct;

            @Struct
            public record Person(int id, double height, boolean member, @Length(16) String name) {}
            """;

    private static final String POINT = """
            package p;

            import dev.ashlar.struct.Struct;

            @Struct(list = true)
            public record Point(int x, int y) {}
            """;
    private static final String TRACK = """
            package p;

            import dev.ashlar.struct.Bits;
            import dev.ashlar.struct.Length;
            import dev.ashlar.struct.Struct;

            @Struct
            public record Track(Point start, @Length(8) int[] samples, @Bits(3) int mode) {}
            """;

    private static final String SHAPE = """
            package p;

            import dev.ashlar.struct.Code;
            import dev.ashlar.struct.Struct;

            @Struct
            public sealed interface Shape {
                @Struct
                @Code(1)
                record Circle(double radius) implements Shape {}

                @Struct
                @Code(2)
                record Rect(double width, double height) implements Shape {}
            }
            """;
    private static final String ENTRY = """
            package p;

            import dev.ashlar.struct.Struct;
            import dev.ashlar.struct.Tail;

            @Struct
            public record Entry(long time, @Tail String text) {}
            """;
    private static final String PACKET = """
            package p;

            import dev.ashlar.struct.Struct;
            import dev.ashlar.struct.Tail;
            import dev.ashlar.struct.TailUnit;
            import dev.ashlar.struct.U16;

            @Struct
            public record Packet(
                    long time,
                    @U16 int nameLength,
                    @U16 int payload,
                    @Tail(count = "nameLength", pad = 4) String name,
                    @Tail(count = "payload", unit = TailUnit.BYTES) int[] words) {}
            """;
    private static final String NODE = """
            package p;

            import dev.ashlar.struct.Ref;
            import dev.ashlar.struct.Struct;

            @Struct
            public record Node(int value, Ref<Node> next) {}
            """;

    private static final String LINE = """
            package p;

            import dev.ashlar.struct.Struct;

            @Struct(columns = true)
            public record Line(Point start, double width) {}
            """;

    private static final String SIGN = """
            package p;

            import dev.ashlar.struct.StorageType;
            import dev.ashlar.struct.Stored;
            import dev.ashlar.struct.Struct;

            @Struct
            public record Sign(@Stored(StorageType.U8) Sign.Colour colour, int limit) {
                public enum Colour { RED, GREEN }
            }
            """;

    private static final String ORDER = """
            package p;

            import dev.ashlar.struct.Length;
            import dev.ashlar.struct.Scale;
            import dev.ashlar.struct.StoredBy;
            import dev.ashlar.struct.StoredForm;
            import dev.ashlar.struct.Struct;
            import java.math.BigDecimal;
            import java.time.Instant;
            import java.time.LocalDate;
            import java.util.UUID;

            @Struct
            public record Order(
                    UUID id,
                    Instant created,
                    @Scale(4) BigDecimal price,
                    @StoredBy(MoneyCodec.class) Order.Money fee,
                    @Length(2) LocalDate[] due) {
                public record Money(int cents) {}

                @StoredForm(name = "Cents")
                static final class MoneyCodec {
                    public static int encode(Money money) { return money.cents(); }
                    public static Money decode(int cents) { return new Money(cents); }
                }
            }
            """;

    private static final String READING = """
            package p;

            import dev.ashlar.struct.Absent;
            import dev.ashlar.struct.Struct;
            import java.time.Instant;
            import java.util.OptionalInt;
            import org.jspecify.annotations.Nullable;

            @Struct(columns = true)
            public record Reading(
                    int station,
                    Integer level,
                    @Absent("-1") OptionalInt parent,
                    @Nullable Instant taken,
                    @Nullable Point place) {}
            """;

    private static final String VALUE = """
            package p;

            import dev.ashlar.struct.StorageType;
            import dev.ashlar.struct.Stored;
            import dev.ashlar.struct.Struct;
            import org.jspecify.annotations.Nullable;

            @Struct(union = true)
            public record Value(
                    @Nullable Float number,
                    @Stored(StorageType.U32) @Nullable Long bits,
                    @Nullable Point point,
                    Sign.@Nullable Colour colour) {}
            """;

    private static final String GAUGE = """
            package p;

            import dev.ashlar.struct.Absent;
            import dev.ashlar.struct.Length;
            import dev.ashlar.struct.Struct;
            import java.util.OptionalDouble;
            import org.jspecify.annotations.Nullable;

            @Struct(columns = true)
            public record Gauge(
                    Integer station,
                    @Length(4) Integer[] levels,
                    @Absent("NaN") @Length(2) OptionalDouble[] heights,
                    @Length(3) @Nullable Point[] places) {}
            """;

    private static final String ACCOUNT = """
            package p;

            import dev.ashlar.struct.Length;
            import dev.ashlar.struct.Struct;

            @Struct(map = "name")
            public record Account(long balance, @Length(16) String name) {}
            """;

    private static final String TICK = """
            package p;

            import dev.ashlar.struct.Struct;

            @Struct(ring = true)
            public record Tick(long time, double price) {}
            """;

    private static Compiled compiled;

    @BeforeAll
    static void compile() {
        compiled = Compiled.of(
                PERSON, POINT, TRACK, NODE, SHAPE, ENTRY, PACKET, LINE, SIGN, ORDER, READING, VALUE, GAUGE, ACCOUNT,
                TICK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PersonView",
                "PersonArray",
                "PointList",
                "AccountMap",
                "TickRing",
                "TrackView",
                "NodeView",
                "ShapeView",
                "EntryView",
                "PacketView",
                "SignView",
                "OrderView",
                "ValueView",
                "LineColumns",
                "ReadingView",
                "ReadingColumns",
                "GaugeView",
                "GaugeColumns"
            })
    void source_isAsReviewed(String name) throws IOException {
        String source = compiled.generatedSource("p." + name);
        Path golden = GOLDENS.resolve(name + ".java.txt");
        if (Boolean.getBoolean("ashlar.updateGoldens")) {
            Files.writeString(golden, source);
        }
        assertThat(source).isEqualTo(Files.readString(golden));
    }
}
