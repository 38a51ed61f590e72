package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be declared a struct, and which components it may have. */
class DeclarationTest {
    @ParameterizedTest
    @CsvSource({
        "class Thing {}, is a class",
        "enum Thing { A }, is an enum",
        "interface Thing {}, is an interface that is not sealed",
        "@interface Thing {}, is an annotation interface"
    })
    void struct_whenNotARecord_isRefused(String declaration, String what) {
        assertThat(Compiled.of(Snippet.inPackage("@Struct " + declaration)).onlyError())
                .startsWith("[Ashlar:NotARecord] struct 'p.Thing' " + what + ";");
    }

    @Test
    void struct_whenEnclosingTypeIsPrivate_isRefused() {
        String source = "class Outer { private static class Middle { @Struct record Inner(int id) {} } }";
        assertThat(Compiled.of(Snippet.inPackage(source)).onlyError())
                .startsWith(
                        "[Ashlar:PrivateStruct] struct 'p.Outer.Middle.Inner' cannot be named by its view, because 'Middle'");
    }

    static Stream<String> typesWithoutLayout() {
        return Stream.of(
                "java.lang.Boolean[][]",
                "java.lang.CharSequence",
                "java.lang.Object",
                "java.util.Optional<java.lang.Integer>",
                "java.util.Map<java.lang.String,int[]>",
                "int[][]",
                "java.time.DayOfWeek[][]",
                "java.lang.foreign.MemorySegment[]",
                "java.lang.String[]",
                "java.util.List<java.lang.String>[][]",
                "java.lang.Runnable",
                "java.lang.Deprecated",
                "java.lang.Void");
    }

    @ParameterizedTest
    @MethodSource("typesWithoutLayout")
    void component_whenTypeHasNoLayout_isRefused(String type) {
        Compiled compiled = Compiled.of(
                Snippet.inPackage("@Struct record Thing(" + type + " bad) {}"),
                Snippet.inPackage("@Struct record Other(int id) {}"));
        assertThat(compiled.onlyError())
                .startsWith("[Ashlar:ComponentType] component 'p.Thing.bad' has type " + type + ",");
        assertThat(compiled.written()).containsExactly("p.OtherView", "p.OtherArray");
    }

    @Test
    void component_whenTypeIsAVariable_isRefusedWithTheStruct() {
        assertThat(Compiled.of(Snippet.inPackage("@Struct record Thing<T>(T bad) {}"))
                        .errors())
                .containsExactlyInAnyOrder("GenericStruct@3", "ComponentType@3");
    }

    @ParameterizedTest
    @CsvSource({
        "java.util.Optional<String>, 'annotate the type of its value as @Nullable, or use a box such as Integer'",
        "StringBuilder, 'use @Length(n) String, or as the last component @Tail String; or @StoredBy with a codec that"
                + " encodes it so'"
    })
    void component_whenThereIsACloseType_isTold(String type, String advice) {
        assertThat(Compiled.of(Snippet.inPackage("@Struct record Thing(" + type + " bad) {}"))
                        .onlyError())
                .endsWith("; " + advice);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Nullable int age",
                "@Length(4) int @Nullable [] ages",
                "@Length(4) Color @Nullable [] colors",
                "@Length(4) @Nullable Integer @Nullable [] ages",
                "@Length(4) @Declared.Nullable Color[] colors",
                "@Length(4) @Declared.Nullable Integer[] ages",
                "@Length(4) @Nullable int[] ages",
                "@Length(4) @Nullable OptionalInt[] ages",
                "@Tail Integer @Nullable [] ages",
                "@Tail @Nullable String name",
                "@Nullable MemorySegment pointer",
                "@Nullable Ref<Thing> next",
                "@Atomic @Nullable Integer count",
                "@Atomic Long count",
                "@Nullable OptionalInt count",
                "java.util.@Nullable OptionalInt count"
            })
    void component_whenItCannotBeOptional_isRefused(String component) {
        String source =
                "import java.lang.foreign.*; import java.util.*; import org.jspecify.annotations.*; enum Color { RED }"
                        + " class Declared { @java.lang.annotation.Target({java.lang.annotation.ElementType.FIELD,"
                        + " java.lang.annotation.ElementType.PARAMETER}) @interface Nullable {} }\n@Struct record Thing("
                        + component + ") {}";
        assertThat(Compiled.of(Snippet.inPackage(source)).errors()).contains("NullableComponent@4");
    }

    /** Of annotations for types, for declarations and types, and of none. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Length(4) @Nullable Color[] colors",
                "@Length(4) @Both.Nullable Color[] colors",
                "@Length(4) @Both.Nullable Integer[] ages",
                "@Length(4) Integer[] ages",
                "@Length(4) OptionalLong[] ages",
                "@Length(4) java.time.@Nullable Instant[] times",
                "@Tail @Absent(\"-1\") Integer[] ages",
                "@Tail @Absent(\"-1\") @Nullable Color[] colors"
            })
    void elements_whenTheirTypeSaysSo_areOptional(String component) {
        Compiled compiled = Compiled.of(
                Snippet.inPackage("enum Color { @Code(1) RED }"),
                Snippet.inPackage("import java.util.*; import org.jspecify.annotations.*;"
                        + " class Both { @java.lang.annotation.Target({java.lang.annotation.ElementType.FIELD,"
                        + " java.lang.annotation.ElementType.TYPE_USE}) @interface Nullable {} }\n@Struct record Thing("
                        + component + ") {}"));
        assertThat(compiled.compilation().errors()).isEmpty();
        assertThat(compiled.generatedSource("p.ThingView")).containsPattern("boolean has\\w+\\(long index\\)");
    }

    /** An arm of a union may be null; its elements always have values. */
    @Test
    void elements_ofAnArm_haveValues() {
        String nullable = "@org.jspecify.annotations.Nullable ";
        Compiled compiled = Compiled.of(
                Snippet.inPackage("public enum Color { @Code(0) RED }"),
                Snippet.inPackage("@Struct(union = true) record Value(@Length(2) int " + nullable + "[] numbers,"
                        + " @Length(2) " + nullable + "Color[] colors, " + nullable + "Integer bits) {}"));
        assertThat(compiled.compilation().errors()).isEmpty();
        assertThat(compiled.generatedSource("p.ValueView")).doesNotContain("hasColors", "PresenceBits");
        assertThat(Compiled.of(Snippet.inPackage(
                                "@Struct(union = true) record Value(@Length(2) Integer[] numbers, Integer bits) {}"))
                        .onlyError())
                .startsWith("[Ashlar:ComponentType] component 'p.Value.numbers'")
                .endsWith("; use int[]");
    }

    /** What cannot be read says nothing of elements, and fails nothing. */
    @Test
    void elements_whenTheMetadataOfKotlinIsDamaged_areRefused() {
        Random random = new Random(1);
        for (int round = 0; round < 30; round++) {
            StringBuilder metadata = new StringBuilder(round % 3 == 0 ? "" : "\\u0000");
            random.ints(random.nextInt(40), 1, 128)
                    .mapToObj("\\u%04x"::formatted)
                    .filter(unit ->
                            !List.of("\\u000a", "\\u000d", "\\u0022", "\\u005c").contains(unit))
                    .forEach(metadata::append);
            String source = "@kotlin.Metadata(d1 = \"" + metadata
                    + "\", d2 = {\"component1\", \"copy\", \"levels\"})\n@Struct final class Gauge {"
                    + " private final @Length(2) Integer[] levels; Gauge(Integer[] levels) { this.levels = levels; }"
                    + " Integer[] getLevels() { return levels; } }";
            assertThat(Compiled.of(Snippet.inPackage(source)).errors())
                    .as(source)
                    .containsExactly("ComponentType@4");
        }
    }

    @Test
    void component_whenJavaForbidsItsName_isLeftToTheCompiler() {
        assertThat(Compiled.of(Snippet.inPackage("@Struct record Thing(int id,\n    int hashCode) {}"))
                        .errors())
                .containsExactly("javac@4");
    }

    @Test
    void component_whenNonNull_isAccepted() {
        String source = "@Struct record Thing(@Length(4) @org.jspecify.annotations.NonNull String name) {}";
        assertThat(Compiled.of(Snippet.inPackage(source)).written()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "Integer.MIN_VALUE", "Integer.MAX_VALUE", "Integer.MAX_VALUE - 7"})
    void length_whenOutOfRange_isRefused(String length) {
        assertThat(Compiled.of(Snippet.inPackage("@Struct record Thing(@Length(" + length + ") String name) {}"))
                        .errors())
                .containsExactly("LengthRange@3");
    }

    @Test
    void length_whenLargest_isAccepted() {
        String source = "@Struct record Thing(@Length(Integer.MAX_VALUE - 8) String name) {}";
        assertThat(Compiled.of(Snippet.inPackage(source)).generatedSource("p.ThingView"))
                .contains("BYTE_SIZE = 2147483639;");
    }

    @Test
    void layoutCheckAndOffset_whenTheyHold_areSilent() {
        String source = """
                @Struct @LayoutCheck(size = 24, alignment = 8, maxPadding = 8)
                record Person(@Offset(0) int id, @Offset(8) double height, @Offset(16) int age) {}
                """;
        assertThat(Compiled.of(Snippet.inPackage(source)).written()).hasSize(2);
    }

    @Test
    void layoutCheck_whenNegative_checksNothing() {
        String source = "@Struct @LayoutCheck(size = -1, alignment = -5, maxPadding = -1) record Person(int id) {}";
        assertThat(Compiled.of(Snippet.inPackage(source)).written()).hasSize(2);
    }

    /** As processors that write builders do, with annotations of components copied to what they write. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "class GoodBuilder { @Offset(0) int id; GoodBuilder id(@Offset(0) int id) { return this; }"
                        + " @Length(3) String name() { return \"\"; } @Code(1) interface With {} }",
                "@Stored(StorageType.U8) interface GoodBuilder { @Offset(0) int id(); }"
            })
    void annotations_whenInGeneratedCode_areLeftAlone(String builder) {
        String good = "@Struct record Good(@Offset(0) int id) {}";
        Compiled generated = Compiled.with(
                List.of(new StructProcessor(), new RoundsTest.Generator("p.GoodBuilder", Snippet.inPackage(builder))),
                Snippet.inPackage(good));
        assertThat(generated.loader()).isNotNull();
        // An IDE, or a build that keeps what was generated, compiles it among the sources.
        String kept = "@javax.annotation.processing.Generated(\"builders\") " + builder;
        assertThat(Compiled.of(Snippet.inPackage(good), Snippet.inPackage(kept)).loader())
                .isNotNull();
    }

    @Test
    void annotations_whenNothingReadsThem_areWarnedOf() {
        String source = """
                @LayoutCheck(size = 4) record Plain(
                    @Length(3) String name) {
                }
                class Other {
                    @Offset(1) int field;
                    @Offset(1) void method(
                        @Length(2) String parameter) {}
                }
                @Struct record Good(@Offset(0) int id, @Offset(4) int age) {
                    @Offset(1) static int field;
                    @Offset(4) public int age() { return age; }
                }
                """;
        Compiled compiled = Compiled.of(Snippet.inPackage(source));
        assertThat(compiled.warnings())
                .filteredOn(warning -> !warning.startsWith("javac"))
                .containsExactly("StrayAnnotation@7", "StrayAnnotation@12");
        assertThat(compiled.written()).contains("p.GoodView");
        // A @StructsFor elsewhere may read these.
        assertThat(compiled.notes()).containsExactly("UnreadAnnotation@3");
    }

    @Test
    void struct_whenFiveMistakes_reportsEachOnItsLine() {
        String source = """
                @Struct
                @LayoutCheck(alignment = 12)
                record Wrong(
                    String unmeasured,
                    @Length(-4) String negative,
                    int fine,
                    Number boxed,
                    @Offset(-8) long offset) {}
                """;
        Compiled compiled = Compiled.of(Snippet.inPackage(source));
        assertThat(compiled.errors())
                .containsExactly(
                        "AlignmentValue@5", "LengthMissing@6", "LengthRange@7", "ComponentType@9", "OffsetRange@10");
        assertThat(compiled.written()).isEmpty();
    }

    @Test
    void layoutChecks_whenSeveralFail_areAllReported() {
        String source = """
                @Struct @LayoutCheck(size = 20, alignment = 4, maxPadding = 0)
                record Person(int id,
                    @Offset(4) double height,
                    @Offset(12) int age) {}
                """;
        assertThat(Compiled.of(Snippet.inPackage(source)).errors())
                .containsExactlyInAnyOrder(
                        "LayoutSize@4", "LayoutAlignment@4", "LayoutPadding@4", "LayoutOffset@5", "LayoutOffset@6");
    }
}
