package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way to get a codec wrong, and the whole message that says what to do. */
class CodecErrorsTest {
    private static final String STORED = "component 'p.Order.price' is stored by p.Order.Codec";

    /** What {@code Codec} is, and the message. */
    static Stream<Arguments> codecs() {
        String decode = "public static Money decode(long cents) { return null; }";
        String encode = "public static long encode(Money money) { return 0; }";
        String noEncode = "[Ashlar:CodecMethod] " + STORED + ", which has %s; give it one method"
                + " 'public static S encode(p.Order.Money value)', S being what is stored";
        return Stream.of(
                Arguments.of(
                        "private static class Codec { " + encode + decode + "}",
                        "[Ashlar:CodecHidden] " + STORED
                                + ", which its view cannot call, because 'Codec' is hidden from it;"
                                + " make that class package-private, or public where it lies in another package, which"
                                + " its module must export"),
                Arguments.of(
                        "class Codec { " + encode + decode + "}",
                        "[Ashlar:CodecInner] " + STORED + ", an inner class; make that class static"),
                Arguments.of("static class Codec { " + decode + "}", noEncode.formatted("no method encode")),
                Arguments.of(
                        "static class Codec { " + encode + "public static int encode(int x) { return x; }" + decode
                                + "}",
                        noEncode.formatted("2 methods encode")),
                Arguments.of(
                        "static class Codec { " + encode.replace("public static", "static") + decode + "}",
                        noEncode.formatted("a method encode that is not public")),
                Arguments.of(
                        "static class Codec { " + encode.replace("public static", "") + decode + "}",
                        noEncode.formatted("a method encode that is not public and not static")),
                Arguments.of(
                        "static class Codec { " + encode.replace("static long", "static <T> long") + decode + "}",
                        noEncode.formatted("a generic method encode")),
                Arguments.of(
                        "static class Codec { " + encode.replace("(Money money)", "()") + decode + "}",
                        noEncode.formatted("a method encode with 0 parameters")),
                Arguments.of(
                        "static class Codec { " + encode + "}",
                        "[Ashlar:CodecMethod] " + STORED + ", which has no method decode; give it one method"
                                + " 'public static p.Order.Money decode(S stored)', S being what is stored"),
                Arguments.of(
                        "static class Codec { public static void encode(Money money) {} " + decode + "}",
                        "[Ashlar:CodecTypes] " + STORED + ", whose method encode returns nothing; make it"
                                + " 'public static S encode(p.Order.Money value)', S being what is stored"),
                Arguments.of(
                        "static class Codec { " + encode.replace("Money", "String") + decode + "}",
                        "[Ashlar:CodecTypes] " + STORED + ", whose method encode takes java.lang.String and not"
                                + " p.Order.Money; make it 'public static long encode(p.Order.Money value)'"),
                Arguments.of(
                        "static class Codec { " + encode + decode.replace("long", "int") + "}",
                        "[Ashlar:CodecTypes] " + STORED + ", whose method decode takes int and not long; make it"
                                + " 'public static p.Order.Money decode(long stored)'"),
                Arguments.of(
                        "static class Codec { " + encode + decode.replace("Money", "Object") + "}",
                        "[Ashlar:CodecTypes] " + STORED + ", whose method decode returns java.lang.Object and not"
                                + " p.Order.Money; make it 'public static p.Order.Money decode(long stored)'"),
                Arguments.of(
                        "static class Codec { " + encode + decode.replace("cents)", "cents, int scale)") + "}",
                        "[Ashlar:CodecTypes] " + STORED + ", whose method encode takes no scale, while the other method"
                                + " does; make it 'public static long encode(p.Order.Money value, int scale)'"),
                Arguments.of(
                        "static class Codec { " + encode.replace("money)", "money, int scale)")
                                + decode.replace("cents)", "cents, int scale)") + "}",
                        "[Ashlar:ScaleMissing] component 'p.Order.price' of type p.Order.Money has no scale, which"
                                + " p.Order.Codec takes; say how many decimal places are stored: @Scale(2)"),
                Arguments.of(
                        "static class Codec { " + encode
                                + decode.replace("cents)", "cents) throws java.io.IOException, IllegalStateException")
                                + "}",
                        "[Ashlar:CodecThrows] " + STORED + ", whose method decode declares the checked exception"
                                + " java.io.IOException; let it throw unchecked exceptions alone: accessors have no throws"
                                + " clause"),
                Arguments.of(
                        "static class Codec { "
                                + (encode + decode).replace("long", "Long").replace("0", "0L") + "}",
                        "[Ashlar:CodecStored] " + STORED
                                + " as java.lang.Long, which is not a stored form; return a primitive"
                                + " type, an enum, a String, a record with @Struct, or a byte[] of fixed length"),
                Arguments.of(
                        "static class Codec { "
                                + (encode + decode).replace("long", "int[]").replace("0", "null") + "}",
                        "[Ashlar:CodecStored] " + STORED
                                + " as int[], which is not a stored form; return a byte[] of fixed"
                                + " length, or a record with @Struct that holds the array"),
                Arguments.of(
                        "static class Codec { "
                                + (encode + decode).replace("long", "byte[]").replace("0", "null") + "}",
                        "[Ashlar:CodecStored] " + STORED
                                + " as byte[] without a length, which is not a stored form; say how"
                                + " many bytes there are: @StoredForm(byteSize = 16) on the codec"),
                Arguments.of(
                        "@StoredForm(byteSize = -1) static class Codec { "
                                + (encode + decode).replace("long", "byte[]").replace("0", "null") + "}",
                        "[Ashlar:CodecStored] " + STORED
                                + " as byte[] of byteSize = -1, which is not a stored form; say how"
                                + " many bytes there are: @StoredForm(byteSize = 16) on the codec"),
                Arguments.of(
                        "@StoredForm(byteSize = 8) static class Codec { " + encode + decode + "}",
                        "[Ashlar:CodecStored] " + STORED
                                + " as long of byteSize = 8, which is not a stored form; remove byteSize"
                                + " from its @StoredForm; it is for byte[]"),
                Arguments.of(
                        "@StoredForm(name = \"in cents\") static class Codec { " + encode + decode + "}",
                        "[Ashlar:CodecName] " + STORED
                                + ", whose @StoredForm(name = \"in cents\") cannot end the name of a"
                                + " method; use letters and digits, the first of them a capital, as in createdNanos"));
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void codec_whenWrong_isRefused(String codec, String message) {
        assertThat(Compiled.of(source("@StoredBy(Order.Codec.class) Order.Money price", codec))
                        .onlyError())
                .isEqualTo(message);
    }

    /** A component, and the message. */
    static Stream<Arguments> components() {
        String codec = "@StoredBy(Order.Codec.class) ";
        String form = "(the stored form of p.Order.Money)";
        return Stream.of(
                Arguments.of(
                        codec + "Order.Row row",
                        "[Ashlar:CodecOnStruct] component 'p.Order.row' of type p.Order.Row has @StoredBy, but that type is a"
                                + " struct and stored as it is; remove @StoredBy, or make that type no struct"),
                Arguments.of(
                        codec + "java.util.List<String> tags",
                        "[Ashlar:CodecGeneric] component 'p.Order.tags' of type java.util.List<java.lang.String> has"
                                + " @StoredBy, and a type with type parameters; wrap it in a class without: record"
                                + " Tags(List<String> all) {}"),
                Arguments.of(
                        "@Tail " + codec + "Order.Money price",
                        "[Ashlar:TailType] component 'p.Order.price' of type long " + form
                                + " has @Tail, which this type"
                                + " does not take; remove @Tail; it is for String and arrays"),
                Arguments.of(
                        "@Length(3) " + codec + "Order.Money price",
                        "[Ashlar:LengthMisplaced] component 'p.Order.price' of type long " + form
                                + " has @Length, which this"
                                + " type does not take; remove @Length; it is for String and arrays"),
                Arguments.of(
                        "@Stored(StorageType.F32) " + codec + "Order.Money price",
                        "[Ashlar:StoredType] component 'p.Order.price' of type long " + form
                                + " has @Stored(F32), which does"
                                + " not fit that type; make it a float, which holds every F32, or use one of [I8, U8, I16, U16,"
                                + " I32, U32, I64]"),
                Arguments.of(
                        codec + "Order.Money[] prices",
                        "[Ashlar:LengthMissing] component 'p.Order.prices' of type long[] (the stored form of"
                                + " p.Order.Money[]) has no length; say how many elements to set aside, @Length(n), or let the"
                                + " last component be as long as each record says, @Tail"),
                Arguments.of(
                        "@Length(2) java.util.UUID[] ids",
                        "[Ashlar:CodecElement] component 'p.Order.ids' is an array whose elements are stored by"
                                + " dev.ashlar.struct.codec.UuidBytes as byte[], of which there are no arrays; use an array of a"
                                + " record with @Struct that holds one"),
                Arguments.of(
                        "@Length(16) java.util.UUID key",
                        "[Ashlar:LengthMisplaced] component 'p.Order.key' of type java.util.UUID has @Length, which this type"
                                + " does not take; remove @Length; it is for String and arrays"),
                Arguments.of(
                        "@Tail java.util.UUID key",
                        "[Ashlar:TailType] component 'p.Order.key' of type java.util.UUID has @Tail, which this type does not"
                                + " take; remove @Tail; it is for String and arrays"),
                Arguments.of(
                        "java.math.BigDecimal total",
                        "[Ashlar:ScaleMissing] component 'p.Order.total' of type java.math.BigDecimal has no scale, which"
                                + " dev.ashlar.struct.codec.ScaledDecimal takes; say how many decimal places are stored:"
                                + " @Scale(2)"),
                Arguments.of(
                        "@Scale(2) java.time.Instant created",
                        "[Ashlar:ScaleMisplaced] component 'p.Order.created' of type java.time.Instant has @Scale, which"
                                + " nothing takes there; remove @Scale; it is for BigDecimal, and for codecs whose methods take"
                                + " an int after the value"),
                Arguments.of(
                        "@Scale(2) double total",
                        "[Ashlar:ScaleMisplaced] component 'p.Order.total' of type double has @Scale, which nothing takes"
                                + " there; remove @Scale; it is for BigDecimal, and for codecs whose methods take an int after"
                                + " the value"),
                Arguments.of(
                        "@StoredBy(int.class) Order.Money price",
                        "[Ashlar:CodecMethod] component 'p.Order.price' is stored by int, which has no methods; give it one"
                                + " method 'public static S encode(p.Order.Money value)', S being what is stored"));
    }

    @ParameterizedTest
    @MethodSource("components")
    void component_whenItsCodecCannotStoreIt_isRefused(String component, String message) {
        String codec = "static class Codec { public static long encode(Money money) { return 0; }"
                + " public static Money decode(long cents) { return null; } }";
        assertThat(Compiled.of(source(component, codec)).onlyError()).isEqualTo(message);
    }

    @Test
    void codec_whenTheCompilerCannotFindIt_isAGap() {
        assertThat(Compiled.of(source("@StoredBy(Missing.class) Order.Money price", ""))
                        .errors())
                .contains("UnresolvedValue@4");
    }

    /** The view lies in the package of the {@code @StructsFor}. */
    @Test
    void codec_whenTheViewIsInAnotherPackage_mustBePublic() {
        String codec = "package q; class Codec { public static long encode(Money money) { return 0; }"
                + " public static Money decode(long cents) { return null; } }";
        String money = "package q; public record Money(long cents) {}";
        String order =
                "package q; public record Order(int id," + " @dev.ashlar.struct.StoredBy(Codec.class) Money price) {}";
        String names = Snippet.inPackage("@StructsFor(q.Order.class) class Names {}");
        assertThat(Compiled.of(order, money, codec, names).onlyError())
                .startsWith("[Ashlar:CodecHidden] component 'q.Order.price' is stored by q.Codec, which its view cannot"
                        + " call, because 'Codec' is hidden from it;");
        assertThat(Compiled.of(order, money, codec.replace("class", "public class"), names)
                        .written())
                .contains("p.OrderView");
    }

    /** The compilation fails on warnings. */
    @Test
    void codec_whenItsMethodsAreDeprecated_givesNoWarningInTheView() {
        String codec = "static class Codec { @Deprecated public static long encode(Money money) { return 0; }"
                + " @Deprecated public static Money decode(long cents) { return null; } }";
        assertThat(Compiled.of(source("@StoredBy(Order.Codec.class) Order.Money price", codec))
                        .written())
                .contains("p.OrderView");
    }

    /** The compilation fails on warnings. */
    @Test
    void codec_whenItStoresADeprecatedEnum_givesNoWarningInTheView() {
        String codec = "@Deprecated enum Side { BUY, SELL }"
                + " @SuppressWarnings(\"deprecation\") static class Codec {"
                + " public static Side encode(boolean isBuy) { return isBuy ? Side.BUY : Side.SELL; }"
                + " public static boolean decode(Side side) { return side == Side.BUY; } }";
        assertThat(Compiled.of(source("@StoredBy(Order.Codec.class) boolean isBuy", codec))
                        .written())
                .contains("p.OrderView");
    }

    @Test
    void codec_whenItsNameIsThatOfAVariable_isRefused() {
        String codec = "class value { public static long encode(Order.Money money) { return 0; }"
                + " public static Order.Money decode(long cents) { return null; } }";
        assertThat(Compiled.of(source("@StoredBy(value.class) Order.Money price", ""), Snippet.inPackage(codec))
                        .onlyError())
                .isEqualTo(
                        "[Ashlar:CodecLowerCase] component 'p.Order.price' is stored by p.value, and generated code would"
                                + " take 'value' for a variable; let the name of that class start with a capital");
    }

    @Test
    void codec_whenItAndItsValueLieInAGenericClass_isCalled() {
        String outer = "class Outer<T> { static class Money {}"
                + " static class Codec { public static long encode(Money money) { return 0; }"
                + " public static Money decode(long cents) { return null; } } }";
        String component = "@StoredBy(Outer.Codec.class) Outer.Money price";
        assertThat(Compiled.of(source(component, ""), Snippet.inPackage(outer)).written())
                .contains("p.OrderView");
        String inner = outer.replace("static class Money", "class Money")
                .replace("(Money", "(Outer<String>.Money")
                .replace("static Money", "static Outer<String>.Money");
        assertThat(Compiled.of(
                                source(component.replace("Outer.Money", "Outer<String>.Money"), ""),
                                Snippet.inPackage(inner))
                        .onlyError())
                .startsWith(
                        "[Ashlar:CodecGeneric] component 'p.Order.price' of type p.Outer.Money has @StoredBy, and a type"
                                + " with type parameters;");
    }

    /** Views have these methods themselves, and without codecs no component has such a type. */
    @ParameterizedTest
    @CsvSource({"at, dev.ashlar.memory.Memory", "allocate, dev.ashlar.alloc.Allocator"})
    void component_whenItsSetterWouldBeAFactory_isRenamed(String name, String type) {
        String codec = "static class Codec { public static long encode(" + type + " value) { return 0; }"
                + " public static " + type + " decode(long stored) { return null; } }";
        String component = "@StoredBy(Order.Codec.class) " + type + " " + name;
        Compiled compiled = Compiled.of(
                source(component, codec).replace("@Struct record Order", "@Struct(columns = true) record Order"));
        assertThat(compiled.written()).contains("p.OrderView");
        assertThat(compiled.notes()).contains("AccessorRenamed@3");
        assertThat(compiled.generatedSource("p.OrderView")).contains("OrderView " + name + "_(");
    }

    @Test
    void storedForm_whenAComponentHasItsName_isNotedByItsOwn() {
        String components = "java.time.Instant created, int createdNanos";
        Compiled compiled = Compiled.of(
                source(components, "").replace("@Struct record Order", "@Struct(columns = true) record Order"));
        assertThat(compiled.compilation().notes())
                .extracting(note -> note.getMessage(Locale.ROOT))
                .filteredOn(note -> note.contains("AccessorRenamed"))
                .containsExactly(
                        "[Ashlar:AccessorRenamed] struct 'p.Order' has components with names of methods that its"
                                + " classes have themselves: the stored form of created is createdNanos_(); call them so, or rename"
                                + " the components");
    }

    @Test
    void columns_whenACodecStoresAStruct_refuseIt() {
        String codec = "static class Codec { public static Row encode(Money money) { return null; }"
                + " public static Money decode(Row row) { return null; } }";
        String source = source("@StoredBy(Order.Codec.class) Order.Money price", codec)
                .replace("@Struct record Order", "@Struct(columns = true) record Order");
        assertThat(Compiled.of(source).onlyError())
                .isEqualTo(
                        "[Ashlar:ColumnsComponent] component 'p.Order.price' is stored by a codec as the struct Order.Row,"
                                + " which has no column; remove columns = true from @Struct, or hold it in an array, @Length(1)"
                                + " Order.Money[], which stays whole");
    }

    private static String source(String component, String codec) {
        return Snippet.inPackage(
                "@Struct record Order(int id,\n    " + component + ") {\n    record Money(long cents) {}\n"
                        + "    @Struct record Row(long cents) {}\n    " + codec + "\n}");
    }

    /** A codec whose bytes are as many as the component's length says. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    String x | LengthMissing | has no length; say how many elements to set aside, @Length(n)$
                    @Length(0) String x | LengthRange | @Length(0)
                    @Tail String x | TailType | 'p.Order.x'
                    @Length(3) String[] x | CodecElement | of which there are no arrays
                    @Scale(2) @Length(3) String x | ScaleMisplaced | remove @Scale
                    """)
    void codec_thatTakesALength_needsOne(String component, String tag, String advice) {
        Compiled compiled = Compiled.of(Snippet.inPackage("import dev.ashlar.struct.codec.*;\n@Struct record Order("
                + "@StoredBy(AsciiText.class) " + component + ") {}"));
        assertThat(compiled.onlyError() + "$").contains("[Ashlar:" + tag + "]").contains(advice);
    }
}
