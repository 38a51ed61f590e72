package dev.ashlar.processor;

import dev.ashlar.processor.model.Message;

/**
 * The least source for each message; the line that must be reported ends in {@code // here}. The switch has no default,
 * so a message without an example does not compile.
 */
final class MessageExamples {
    /** The methods of a codec of {@code Money}. */
    private static final String CODEC = """

                public static long encode(Money money) { throw new AssertionError(); }
                public static Money decode(long cents) { throw new AssertionError(); }
            """;

    private MessageExamples() {}

    static String of(Message message) {
        return switch (message) {
            case NOT_A_RECORD -> "@Struct class Person {} // here";
            case PRIVATE_STRUCT -> "class Outer { @Struct private record Person(int id) {} } // here";
            case HIDDEN_STRUCT ->
                "class Names extends dev.ashlar.processor.HiddenStruct { @StructsFor(Inner.class) class Nested {} } // here";
            case NAMED_TWICE ->
                "@StructsFor({Person.class, // and\n Person.class}) // here\nclass Names {}\nrecord Person(int id) {}";
            case NAMED_NEEDLESSLY ->
                "@StructsFor(Person.class) // here\nclass Names {}\n@Struct record Person(int id) {}";
            case NAMED_NOTHING -> "@StructsFor({}) // here\nclass Names {}";
            case VARIANTS_MISSING -> "@kotlin.Metadata\n@Struct interface Shape {} // here";
            case KOTLIN_VALUE_CLASS -> kotlin("private Person(int id) {}\nprivate final int id = 0; // here");
            case KOTLIN_PRIVATE_PROPERTY ->
                kotlin("Person(int id) {}\nprivate final int id = 0; // here\nprivate int component1() { return id; }");
            case KOTLIN_BODY_PROPERTY ->
                kotlin("Person(int id) {}\nprivate final int id = 0;\nint getId() { return id; }\nint more; // here");
            case KOTLIN_NAME ->
                "@kotlin.Metadata(d2 = {\"component1\", \"copy\", \"default\"})\n@Struct final class Person {} // here";
            case KOTLIN_CONSTRUCTOR ->
                kotlin("private Person(int id) {}\nprivate final int id = 0;\nint getId() { return id; }")
                        .replace("class Person {", "class Person { // here");
            case GENERIC_STRUCT -> "@Struct record Person<T>(int id) {} // here";
            case EMPTY_STRUCT -> "@Struct record Person() {} // here";
            case COMPONENT_TYPE -> component("java.util.List<String> tags");
            case NULLABLE_COMPONENT -> component("@Length(4) int @org.jspecify.annotations.Nullable [] xs");
            case OPTIONAL_TAIL -> component("@Tail Integer[] levels");
            case ABSENT_MISPLACED -> component("@Absent(\"-1\") int parent");
            case ABSENT_TYPE -> component("@Absent(\"2\") Boolean isOpen");
            case ABSENT_VALUE -> component("@Absent(\"128\") Byte level");
            case ABSENT_CONSTANT -> component("@Absent(\"0\") Thread.@org.jspecify.annotations.Nullable State state");
            case STRUCT_PACK_VALUE -> "@Struct(pack = 3) record Person(int id) {} // here";
            case STRUCT_PACK_AND_PACKED -> "@Struct(pack = 2, packed = true) record Person(int id) {} // here";
            case ARM_TYPE -> "@Struct(union = true) record Value(Float f,\n    int raw) {} // here";
            case ARM_ABSENT ->
                "@Struct(union = true) record Value(Float f,\n    @Absent(\"0\") Integer raw) {} // here";
            case ARM_TAIL -> "@Struct(union = true) record Value(Float f,\n    @Tail String text) {} // here";
            case ARMS_OF_INTERFACE ->
                "@Struct(union = true) sealed interface Shape { // here\n"
                        + "@Code(1) @Struct record Circle(int r) implements Shape {} }";
            case UNRESOLVED_TYPE -> component("Missing missing");
            case UNRESOLVED_VALUE -> component("@Length(Missing.VALUE) String name");
            case LENGTH_MISSING -> component("String name");
            case LENGTH_MISPLACED -> component("@Length(4) int count");
            case STORED_TYPE -> component("@Stored(StorageType.U32) int count");
            case STORED_MISPLACED -> component("@Stored(StorageType.U8) @Length(4) String name");
            case BITS_MISPLACED -> component("@Bits(3) double height");
            case BITS_UNIT -> component("@Bits(3) @Stored(StorageType.F32) int count");
            case BITS_RANGE -> component("@Bits(33) int count");
            case ATOMIC_TYPE -> component("@Atomic short count");
            case ATOMIC_ORDER ->
                "@Struct(order = StructOrder.BIG_ENDIAN) record Person(int id,\n    @Atomic int count) {} // here";
            case ENDIAN_MISPLACED -> component("@Endian(StructOrder.BIG_ENDIAN) byte level");
            case UNION_ORDERS ->
                "@Struct(order = StructOrder.BIG_ENDIAN)\n"
                        + union("@Code(1) @Struct record Circle(int r) implements Shape {}")
                                .replace("@Struct sealed", "sealed");
            case ATOMIC_ALIGNMENT -> "@Struct(packed = true) record Person(int id,\n    @Atomic int count) {} // here";
            case TAIL_TYPE -> component("@Tail int count");
            case TAIL_AND_LENGTH -> component("@Tail @Length(4) String name");
            case TAIL_NOT_LAST -> "@Struct record Person(\n    @Tail String name, // here\n    int id) {}";
            case TAIL_UNCOUNTED ->
                "@Struct record Person(int n, @Tail(count = \"n\") byte[] code,\n    @Tail String name) {} // here";
            case TAIL_WITHOUT_COUNT -> component("@Tail(pad = 4) String name");
            case TAIL_COUNT_UNKNOWN ->
                "@Struct record Person(int nameLength,\n    @Tail(count = \"length\") String name) {} // here";
            case TAIL_COUNT_BEHIND ->
                "@Struct record Person(int n, @Tail(count = \"n\") byte[] code,\n"
                        + "    @Tail(count = \"code\") String name) {} // here";
            case TAIL_COUNT_TYPE -> "@Struct record Person(double n,\n    @Tail(count = \"n\") String name) {} // here";
            case TAIL_PAD -> "@Struct record Person(int n,\n    @Tail(count = \"n\", pad = 3) String name) {} // here";
            case TAIL_TO_END ->
                "@Struct record Person(int n,\n    @Tail(count = \"n\", toEnd = true) String name) {} // here";
            case TAIL_ALONE -> "@Struct record Person(\n    @Tail(toEnd = true) String name) {} // here";
            case REF_TO_END ->
                "@Struct record Person(int id,\n"
                        + " Ref<Entry> entry) { // here\n @Struct record Entry(int id, @Tail(toEnd = true) String text) {} }";
            case TAIL_PLACE ->
                "@Struct record Person(int n, @Tail(count = \"n\") byte[] code,\n"
                        + "    @Align(4) @Tail(count = \"n\") byte[] name) {} // here";
            case TAIL_NESTED ->
                "@Struct record Person(int id,\n Entry entry) { // here\n @Struct record Entry(@Tail String text) {} }";
            case TAIL_IN_RING -> "@Struct(ring = true) record Person(int id, @Tail String name) {} // here";
            case TAIL_IN_LIST -> "@Struct(list = true) record Person(int id, @Tail String name) {} // here";
            case MAP_TAIL -> "@Struct(map = \"id\") record Person(int id, @Tail String name) {} // here";
            case MAP_UNION ->
                "@Struct(map = \"id\") sealed interface Shape { // here\n @Struct record Dot(int id) implements Shape {} }";
            case MAP_KEY_UNKNOWN -> "@Struct(map = \"name\") record Person(int id) {} // here";
            case MAP_KEY_TWICE -> "@Struct(map = {\"id\", \"id\"}) record Person(int id) {} // here";
            case MAP_KEY_TYPE -> "@Struct(map = \"height\") record Person(int id,\n double height) {} // here";
            case ALIGN_VALUE -> component("@Align(3) int count");
            case ALIGN_ON_BITS -> component("@Bits(3) @Align(8) int count");
            case ALIGN_TOO_SMALL -> component("@Align(2) int count");
            case STRUCT_ALIGN_VALUE -> "@Struct(align = 3) record Person(int id) {} // here";
            case STRUCT_ALIGN_TOO_SMALL -> "@Struct(align = 2) record Person(int id) {} // here";
            case CODEC_HIDDEN -> coded("private static class Codec {" + CODEC + "}");
            case CODEC_LOWER_CASE ->
                coded(codec(CODEC)).replace("Person.Codec", "codec") + "\nclass codec {"
                        + CODEC.replace("Money", "Person.Money") + "}";
            case CODEC_INNER -> coded("class Codec {" + CODEC + "}");
            case CODEC_METHOD -> coded(codec(CODEC.replace("encode", "store")));
            case CODEC_THROWS -> coded(codec(CODEC.replace("money)", "money) throws java.io.IOException")));
            case CODEC_TYPES -> coded(codec(CODEC.replace("decode(long", "decode(int")));
            case CODEC_STORED -> coded(codec(CODEC.replace("long", "Long")));
            case CODEC_ELEMENT ->
                coded(codec(CODEC.replace("long", "String"))).replace("Person.Money money)", "Person.Money[] money)");
            case CODEC_ON_STRUCT -> coded(codec(CODEC)).replace("record Money", "@Struct record Money");
            case CODEC_GENERIC -> component("@StoredBy(Object.class) java.util.List<String> tags");
            case CODEC_NAME -> coded("@StoredForm(name = \"cents\") " + codec(CODEC));
            case SCALE_MISSING -> component("java.math.BigDecimal price");
            case SCALE_MISPLACED -> component("@Scale(2) long price");
            case RECURSIVE_STRUCT -> component("Person friend");
            case NESTED_STRUCT ->
                "@Struct record Person(int id,\n    dev.ashlar.processor.ViewlessStruct other) {} // here";
            case STRUCT_FROM_SOURCE -> component("q.Found other");
            case UNION_VARIANT ->
                "@Struct sealed interface Shape { // here\n record Circle(int r) implements Shape {} }";
            case VARIANT_NAME ->
                union("@Code(1) @Struct record CircleA(int r) implements Shape {}\n"
                        + "@Code(2) @Struct record circleA(int r) implements Shape {}");
            case TAG_STORAGE ->
                "@Stored(StorageType.U32)\n" + union("@Code(1) @Struct record Circle(int r) implements Shape {}");
            case TAG_MISSING ->
                union("@Code(1) @Struct record Circle(int r) implements Shape {}\n"
                        + "@Struct record Rect(int r) implements Shape {}");
            case TAG_DUPLICATE ->
                union("@Code(1) @Struct record Circle(int r) implements Shape {}\n"
                        + "@Code(1) @Struct record Rect(int r) implements Shape {}");
            case TAG_RANGE ->
                "@Stored(StorageType.U8)\n" + union("@Code(256) @Struct record Circle(int r) implements Shape {}");
            case TAG_UNORDERED ->
                union("@Struct record Circle(int r) implements Shape {}\n"
                        + "@Struct record Rect(int r) implements Shape {}");
            case UNKNOWN_ORDER -> component("dev.ashlar.processor.SortedEnum letter");
            case TAG_ORDER -> union("@Struct record Circle(int r) implements Shape {}");
            case REF_TARGET -> component("Ref<String> name");
            case HIDDEN_TYPE ->
                "class Outer {\n private enum Color { RED }\n @Struct record Person(int id,\n Color color) {} // here\n}";
            case ENUM_EMPTY -> component("Color color") + "\nenum Color {}";
            case CODE_MISSING -> component("Color color") + "\nenum Color { @Code(1) RED, BLUE }";
            case CODE_DUPLICATE -> component("Color color") + "\nenum Color { @Code(1) RED, @Code(1) BLUE }";
            case CODE_RANGE -> component("@Stored(StorageType.U8) Color color") + "\nenum Color { @Code(256) RED }";
            case CODE_BITS -> component("@Bits(1) Color color") + "\nenum Color { RED, GREEN, BLUE }";
            case LENGTH_RANGE -> component("@Length(0) String name");
            case OFFSET_RANGE -> component("@Offset(-1) int count");
            case ALIGNMENT_VALUE -> "@LayoutCheck(alignment = 3)\n@Struct record Person(int id) {} // here";
            case CACHE_LINE_VALUE -> "@LayoutCheck(cacheLine = 60)\n@Struct record Person(int id) {} // here";
            case STRAY_ANNOTATION ->
                "class Person {\n    @Offset(0) int count; // here\n}\n@Struct record Other(int id) {}";
            case RELEASE -> "@Struct record Person(int id) {} // here";
            case COMPACT_FILE -> "@Struct record Person(int id) {} // here\nvoid main() {}";
            case TWO_VALUES ->
                kotlin("Person(@Length(4) String name) {}\n@Length(3) private final String name = null; // here\n"
                        + "String getName() { return name; }");
            case ACCESSOR_RENAMED -> "@Struct record Person(int id, int type) {} // here";
            case UNREAD_ANNOTATION ->
                "record Person(int id, @Offset(4) int count) {} // here\n@Struct record Other(int id) {}";
            case LAYOUT_SIZE ->
                "@LayoutCheck(size = 20)\n@Struct record Person(int id, double height, int age) {} // here";
            case LAYOUT_ALIGNMENT -> "@LayoutCheck(alignment = 8)\n@Struct record Person(int id) {} // here";
            case LAYOUT_PADDING ->
                "@LayoutCheck(maxPadding = 4)\n@Struct record Person(int id, double height, int age) {} // here";
            case LAYOUT_OFFSET -> component("@Offset(8) int count");
            case LAYOUT_CACHE_LINE ->
                "@LayoutCheck(cacheLine = 4)\n@Struct record Person(byte id,\n    @Length(4) String code) {} // here";
            case STRUCT_TOO_LARGE ->
                "@Struct record Person(@Length(1 << 30) String a, @Length(1 << 30) String b) {} // here";
            case COLUMNS_COMPONENT ->
                "@Struct(columns = true) record Person(int id,\n    @Bits(3) int flags) {} // here";
            case COLUMNS_UNION ->
                "@Struct(columns = true) sealed interface Shape { // here\n"
                        + "@Code(1) @Struct record Circle(int r) implements Shape {} }";
            case COLUMNS_NAME ->
                "@Struct(columns = true) record Person(Name name,\n    int nameId) { // here\n"
                        + "@Struct record Name(int id) {} }";
            case COLUMNS_NUMBER -> """
                    @Struct(columns = true) record Person(Ten a, Ten b) { // here
                        @Struct record Ten(Six a, Six b) {}
                        @Struct record Six(Five a, Five b, Five c, Five d) {}
                        @Struct record Five(Four a, Four b, Four c, Four d, Four e) {}
                        @Struct record Four(One a, One b, One c, One d, One e) {}
                        @Struct record One(int a, int b, int c, int d, int e, int f) {}
                    }
                    """;
            case CONSTANT_COLLISION -> "@Struct record Person(int fooBar,\n    int foo_bar) {} // here";
            case CLASS_COLLISION -> "class PersonView {}\n@Struct record Person(int id) {} // here";
            case CANNOT_WRITE, INTERNAL_ERROR, LAYOUT_CHANGED, LAYOUT_FILE, LAYOUT_UNCLAIMED, OPTION_VALUE ->
                "@Struct record Person(int id) {} // here";
        };
    }

    private static String union(String variants) {
        return "@Struct sealed interface Shape { // here\n" + variants + "\n}";
    }

    /** A data class as kapt shows it. */
    private static String kotlin(String body) {
        return "@kotlin.Metadata(d2 = {\"component1\", \"copy\"})\n@Struct final class Person {\n" + body + "\n}";
    }

    private static String codec(String methods) {
        return "static class Codec {" + methods + "}";
    }

    /** A component of a class that {@code Codec} stores. */
    private static String coded(String codec) {
        return "@Struct record Person(int id,\n    @StoredBy(Person.Codec.class) Person.Money money) { // here\n"
                + "record Money(long cents) {}\n" + codec + "\n}";
    }

    private static String component(String component) {
        return "@Struct record Person(int id,\n    " + component + ") {} // here";
    }
}
