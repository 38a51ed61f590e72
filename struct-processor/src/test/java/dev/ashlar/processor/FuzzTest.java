package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemoryLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Records put together from good and bad parts: the processor either writes code that compiles or says what is wrong.
 * {@code -Dashlar.rounds=…} says how many.
 */
class FuzzTest {
    private static final int ROUNDS = Integer.getInteger("ashlar.rounds", 100);
    private static final int WELL_FORMED_STRUCTS = 100;
    /** Those from here on have tails; those before can be nested. */
    private static final int FIRST_WITH_TAIL = 75;

    private static final List<String> TAILS = List.of(
            "String",
            "byte[]",
            "boolean[]",
            "double[]",
            "@Stored(StorageType.U32) long[]",
            "Color[]",
            "Good[]",
            "Choice[]",
            "java.time.Instant[]",
            "@StoredBy(LevelCodec.class) Level[]",
            "@StoredBy(TextCodec.class) Level",
            "@Absent(\"NaN\") Float[]",
            "@Absent(\"-1\") @org.jspecify.annotations.Nullable Color[]",
            "@Align(16) long[]");
    private static final List<String> COUNTS = List.of(
            "byte",
            "short",
            "int",
            "long",
            "@U8 short",
            "@U16 int",
            "@U32 long",
            "@Bits(3) int",
            "@Bits(40) long",
            "@Bits(63) @Stored(StorageType.U64) long");
    private static final List<String> MODIFIERS =
            List.of("", "", "", "public ", "private ", "static ", "sealed ", "final ");
    private static final List<String> KINDS =
            List.of("record", "record", "record", "record", "class", "enum", "interface");
    private static final List<String> ANNOTATIONS = List.of(
            "",
            "",
            "",
            "@Length(4) ",
            "@Length ",
            "@Length(\"x\") ",
            "@Length(-1) ",
            "@Length(1 / 0) ",
            "@Length(value = 3) ",
            "@Length(2) @Length(3) ",
            "@Offset(0) ",
            "@Offset(99999999999L) ",
            "@Offset(Missing.HERE) ",
            "@Missing ",
            "@Deprecated ",
            "@Stored(StorageType.U8) ",
            "@Stored(StorageType.U32) ",
            "@Stored(StorageType.F64) ",
            "@Stored ",
            "@Stored(null) ",
            "@Stored(Missing.X) ",
            "@Bits(3) ",
            "@Bits(value = 1, newUnit = true) ",
            "@Bits(-1) ",
            "@Bits(64) @Stored(StorageType.U64) ",
            "@Bits(value = 3, newUnit = Missing.X) ",
            "@Align(16) ",
            "@Align(3) ",
            "@Align(Integer.MIN_VALUE) ",
            "@Atomic ",
            "@Atomic @Stored(StorageType.U32) ",
            "@Tail ",
            "@Tail @Stored(StorageType.U8) ",
            "@Tail(count = \"a\") ",
            "@Tail(count = \"tail\", pad = Missing.X) ",
            "@Tail(count = Missing.X, unit = TailUnit.MISSING) ",
            "@Tail(count = \"\", pad = -1) ",
            "@Tail(toEnd = true) ",
            "@Tail(toEnd = Missing.X) ",
            "@Code(1) ",
            "@Length(2) @Stored(StorageType.U8) ",
            "@Length(2147483647) ",
            "@StoredBy(LevelCodec.class) ",
            "@StoredBy(LevelCodec.class) @Length(2) ",
            "@StoredBy(TextCodec.class) @Length(2) ",
            "@StoredBy(TextCodec.class) @Tail ",
            "@StoredBy(FormCodec.class) ",
            "@StoredBy(BadCodec.class) ",
            "@StoredBy(Missing.class) ",
            "@StoredBy(int.class) ",
            "@StoredBy(int[].class) ",
            "@StoredBy(null) ",
            "@StoredBy ",
            "@Scale(2) ",
            "@Absent(\"-1\") ",
            "@Absent(\"NaN\") ",
            "@Absent(Missing.X) ",
            "@Absent ",
            "@org.jspecify.annotations.Nullable ",
            "@Scale(Missing.X) ",
            "@Scale ",
            "@Scale(2) @Length(2) ",
            "@LayoutCheck ",
            "@Struct ");
    /** Types of components that may be absent. */
    private static final List<String> OPTIONALS = List.of(
            "Integer",
            "@Stored(StorageType.U8) Long",
            "Boolean",
            "Character",
            "@Bits(3) Short",
            "@Align(16) Double",
            "java.util.OptionalLong",
            "@Absent(\"7\") Byte",
            "@Absent(\"NaN\") java.util.OptionalDouble",
            "@Length(3) Integer[]",
            "@Length(9) @Stored(StorageType.U8) Short[]",
            "@Length(2) Boolean[]",
            "@Length(2) java.util.OptionalDouble[]",
            "@Length(2) @Absent(\"7\") Byte[]",
            "@Length(2) @Absent(\"-1\") @org.jspecify.annotations.Nullable Color[]",
            "@Length(2) @org.jspecify.annotations.Nullable Good[]",
            "@Length(1) @org.jspecify.annotations.Nullable Choice[]",
            "@Length(2) java.time.@org.jspecify.annotations.Nullable Instant[]",
            "@StoredBy(FormCodec.class) @Length(2) @org.jspecify.annotations.Nullable Level[]",
            "@StoredBy(LevelCodec.class) @Length(2) @Absent(\"-1\") @org.jspecify.annotations.Nullable Level[]",
            "@org.jspecify.annotations.Nullable Good",
            "@org.jspecify.annotations.Nullable Choice",
            "@org.jspecify.annotations.Nullable Color",
            "@Length(5) @org.jspecify.annotations.Nullable String",
            "java.util.@org.jspecify.annotations.Nullable UUID",
            "java.time.@org.jspecify.annotations.Nullable Instant",
            "@StoredBy(FormCodec.class) @org.jspecify.annotations.Nullable Level",
            "@StoredBy(TextCodec.class) @Length(5) @org.jspecify.annotations.Nullable Level",
            "@StoredBy(LevelCodec.class) @Absent(\"-1\") @org.jspecify.annotations.Nullable Level");

    private static final List<String> TYPES = List.of(
            "int",
            "int",
            "long",
            "byte",
            "boolean",
            "char",
            "double",
            "String",
            "String",
            "Missing",
            "Missing<String>",
            "java.util.List<Missing>",
            "int[]",
            "T",
            "void",
            "var",
            "Thing",
            "Good",
            "Good",
            "Good[]",
            "Bad",
            "Bad[]",
            "Mutual",
            "Color",
            "Color[]",
            "Coded",
            "HalfCoded",
            "Nothing[]",
            "Plain",
            "int[]",
            "long[]",
            "boolean[]",
            "char[]",
            "int[][]",
            "String[]",
            "@Missing int[]",
            "java.lang.foreign.MemorySegment",
            "java.lang.foreign.MemorySegment[]",
            "dev.ashlar.processor.ViewlessStruct",
            "Thing[]",
            "Choice",
            "Choice[]",
            "One",
            "Tailed",
            "Tailed[]",
            "Ref<Tailed>",
            "Ref<Thing>",
            "Ref<Good>",
            "Ref<Bad>",
            "Ref<Mutual>",
            "Ref<Missing>",
            "Ref<Plain>",
            "Ref<T>",
            "Ref<Good>[]",
            "Ref",
            "Object",
            "Missing[]",
            "java.util.Map.Entry",
            "?",
            "int...",
            "ThingView",
            "Integer",
            "Level",
            "Level",
            "Level[]",
            "java.time.Instant",
            "java.time.Instant[]",
            "java.util.UUID",
            "java.util.UUID[]",
            "java.util.UUID[][]",
            "java.math.BigDecimal",
            "java.math.BigDecimal[]",
            "java.lang.Missing");
    private static final List<String> NAMES =
            List.of("a", "b", "c", "a", "hashCode", "int", "read", "fooBar", "foo_bar", "_", "$", "é", "1x", "type");

    private static final List<String> SETTINGS = List.of(
            "",
            "",
            "",
            "(packed = true)",
            "(align = 32)",
            "(align = 2)",
            "(align = 3)",
            "(order = StructOrder.BIG_ENDIAN)",
            "(order = StructOrder.NATIVE, packed = true, align = 64)",
            "(packed = Missing.X)",
            "(order = Missing.X)",
            "(packed = 1)");
    private static final String OTHERS = """

            @Struct record Good(byte a, @Length(3) long[] b, @Bits(3) int c) {}
            record Plain(int a) {}
            @Struct @Stored(StorageType.U8) sealed interface Choice permits One, Two {}
            @Struct @Code(1) record One(byte a) implements Choice {}
            @Struct(packed = true) @Code(2) record Two(byte a, long b, @Stored(StorageType.U32) Ref<Choice> c) implements Choice {}
            @Struct record Tailed(byte a, @Tail String b) {}
            enum Color { RED, GREEN }
            enum Coded { @Code(1) RED, @Code(-300) GREEN }
            enum HalfCoded { @Code(1) RED, GREEN }
            enum Nothing {}
            class Level {}
            class LevelCodec { public static int encode(Level l) { return 1; } public static Level decode(int l) { return new Level(); } }
            class TextCodec { public static String encode(Level l) { return ""; } public static Level decode(String l) { return new Level(); } }
            class FormCodec { public static Good encode(Level l) { return null; } public static Level decode(Good l) { return new Level(); } }
            """;
    private static final String BAD_ONES = """
            @Struct record Bad(Object a) {}
            @Struct record Mutual(Thing a) {}
            class BadCodec { static Missing encode(Level l) { return null; } public static Level decode(Missing... l) { return null; } }
            """;
    private static final List<String> WELL_FORMED = List.of(
            "byte",
            "short",
            "int",
            "@Align(8) int",
            "long",
            "float",
            "double",
            "boolean",
            "char",
            "@Stored(StorageType.U8) char",
            "@Stored(StorageType.I32) boolean",
            "@Stored(StorageType.U32) long",
            "@Length(5) String",
            "@Length(3) int[]",
            "@Length(2) boolean[]",
            "@Length(3) @Stored(StorageType.U16) int[]",
            "java.lang.foreign.MemorySegment",
            "Ref<Good>",
            "@Stored(StorageType.U32) Ref<Good>",
            "Color",
            "@Stored(StorageType.I16) Coded",
            "@Length(2) Color[]",
            "Good",
            "@Length(2) Good[]",
            "Choice",
            "@Length(2) Choice[]",
            "@Bits(3) int",
            "@Bits(1) boolean",
            "@Bits(33) long",
            "@Bits(7) @Stored(StorageType.U8) short",
            "@Bits(value = 2, newUnit = true) @Stored(StorageType.U16) int",
            "java.time.Instant",
            "java.util.UUID",
            "@Scale(3) java.math.BigDecimal",
            "@Length(2) java.time.LocalDate[]",
            "@StoredBy(LevelCodec.class) @Bits(3) Level",
            "@StoredBy(LevelCodec.class) @Length(2) @Stored(StorageType.U8) Level[]",
            "@StoredBy(TextCodec.class) @Length(5) Level",
            "@StoredBy(FormCodec.class) Level",
            "@StoredBy(FormCodec.class) @Length(2) Level[]");

    @TempDir
    private Path folder;

    @Test
    void processor_whenStructsAreMalformed_neverThrows() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            String source = "package p;\nimport dev.ashlar.struct.*;\n" + struct(random);
            Stream<String> others = Stream.of(
                            random.nextInt(4) > 0 ? OTHERS : "", random.nextInt(5) == 0 ? BAD_ONES : "")
                    .flatMap(FuzzTest::sources);
            Compiled compiled =
                    Compiled.of(Stream.concat(Stream.of(source), others).toArray(String[]::new));
            assertThat(compiled.errors())
                    .as(
                            "seed=%s source=%s diagnostics=%s",
                            seed, source, compiled.compilation().diagnostics())
                    .noneMatch(error -> error.startsWith("InternalError") || error.startsWith("CannotWrite"));
            if (compiled.errors().isEmpty()) {
                assertThat(compiled.written())
                        .as("seed=%s source=%s", seed, source)
                        .isNotEmpty();
            }
        }
    }

    /** That the headers compile says that C lays all of them out in the same way: they assert it. */
    @Test
    void processor_whenStructsAreWellFormed_writesCodeThatCompilesAndLayoutsThatAgree() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<String> sources = new ArrayList<>();
        for (int number = 0; number < WELL_FORMED_STRUCTS; number++) {
            sources.add(Snippet.inPackage(wellFormed(random, number)));
        }
        Compiled compiled = Compiled.withOptions(
                List.of("-Aashlar.headers=true"),
                Stream.concat(sources.stream(), sources(OTHERS)).toArray(String[]::new));
        ClassLoader loader = compiled.loader();
        StringBuilder includes = new StringBuilder();
        for (int number = 0; number < WELL_FORMED_STRUCTS; number++) {
            Class<?> view = loader.loadClass("p.S" + number + "View");
            MemoryLayout layout = (MemoryLayout) view.getMethod("layout").invoke(null);
            assertThat(List.of(layout.byteSize(), layout.byteAlignment()))
                    .as("seed=%s source=%s", seed, sources.get(number))
                    .isEqualTo(List.of(
                            view.getField("BYTE_SIZE").get(null),
                            view.getField("BYTE_ALIGNMENT").get(null)));
            includes.append("#include \"p/S").append(number).append(".h\"\n");
        }
        compiled.writeHeaders(folder);
        Path main = Files.writeString(folder.resolve("main.c"), includes);
        CCompiler.orSkip(folder).compile(main, "-fsyntax-only", "-w", "-I", "include");
    }

    /** One source for each line: javac warns of a class that another file uses and that has no file of its own. */
    private static Stream<String> sources(String types) {
        return types.lines().filter(type -> !type.isBlank()).map(Snippet::inPackage);
    }

    private static String wellFormed(Random random, int number) {
        List<String> components = new ArrayList<>();
        for (int count = 1 + random.nextInt(8); count > 0; count--) {
            boolean nests = number > 0 && random.nextInt(6) == 0;
            String type = nests
                    ? "S" + random.nextInt(Math.min(number, FIRST_WITH_TAIL))
                    : pick(random, random.nextInt(3) == 0 ? OPTIONALS : WELL_FORMED);
            components.add(type + " c" + count);
        }
        if (number >= FIRST_WITH_TAIL) {
            addTails(random, components);
        }
        String settings = pick(
                random,
                List.of(
                        "",
                        "",
                        "(packed = true)",
                        "(align = 256)",
                        "(order = StructOrder.BIG_ENDIAN)",
                        "(order = StructOrder.NATIVE, packed = true, align = 256)"));
        return "@Struct" + settings + " public record S" + number + "(" + String.join(", ", components) + ") {}";
    }

    /** One tail, or up to three that the component {@code n} counts. */
    private static void addTails(Random random, List<String> components) {
        if (random.nextBoolean()) {
            components.add("@Tail " + pick(random, TAILS) + " tail");
            return;
        }
        components.add(random.nextInt(components.size() + 1), pick(random, COUNTS) + " n");
        for (int count = 1 + random.nextInt(3); count > 0; count--) {
            if (count == 1 && random.nextBoolean()) {
                components.add("@Tail(toEnd = true) " + pick(random, TAILS).replace("@Align(16) ", "") + " tail");
                return;
            }
            String arguments = pick(random, List.of("", "", ", pad = 8", ", unit = TailUnit.BYTES"));
            String type = pick(random, TAILS);
            components.add(
                    "@Tail(count = \"n\"" + arguments + ") " + type.replace("@Align(16) ", "") + " tail" + count);
        }
    }

    private static String struct(Random random) {
        List<String> components = new ArrayList<>();
        for (int count = random.nextInt(5); count > 0; count--) {
            String annotation = random.nextBoolean() ? "" : pick(random, ANNOTATIONS);
            components.add(
                    annotation + pick(random, random.nextInt(6) == 0 ? OPTIONALS : TYPES) + " " + pick(random, NAMES));
        }
        String check = random.nextInt(4) == 0
                ? "@LayoutCheck(size = " + pick(random, List.of("4", "-1", "x", "1L << 40", "\"\"")) + ") "
                : "";
        String kind = pick(random, KINDS);
        String header = kind.equals("record") ? "(" + String.join(", ", components) + ")" : "";
        String generic = random.nextInt(6) == 0 ? "<T extends Comparable<T>>" : "";
        return check + "@Struct" + pick(random, SETTINGS) + " " + pick(random, MODIFIERS) + kind + " Thing" + generic
                + header + " {}";
    }

    private static String pick(Random random, List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
