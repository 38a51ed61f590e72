package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that could clash with something in the generated code; all of it must compile without a warning. */
class NamesTest {
    private static final List<String> COMPONENTS = List.of(
            "type",
            "layout",
            "at",
            "allocate",
            "value",
            "value_",
            "memory",
            "memory_",
            "view",
            "other",
            "that",
            "hash",
            "failure",
            "refused",
            "allocator",
            "BYTE_SIZE",
            "OFFSET_I",
            "LENGTH_S",
            "i",
            "read",
            "write",
            "free",
            "byteOffset",
            "flippedOffset",
            "FLIP",
            "structType",
            "equals",
            "get",
            "set",
            "index",
            "name",
            "var",
            "record",
            "yield",
            "sealed",
            "permits",
            "when",
            "module",
            "with",
            "to",
            "open",
            "_x",
            "$",
            "$$",
            "größe",
            "数",
            "FixedString",
            "StructRange",
            "Person",
            "PersonView",
            "Description",
            "String",
            "java",
            "dev",
            "of",
            "it",
            "val",
            "fun",
            "this_",
            "self",
            "copyOf",
            "__");

    @Test
    void components_whenNamesClash_compileAndWork() {
        StringBuilder primitives = new StringBuilder();
        StringBuilder strings = new StringBuilder();
        for (String component : COMPONENTS) {
            primitives.append(primitives.isEmpty() ? "" : ", ").append("int ").append(component);
            strings.append(strings.isEmpty() ? "" : ", ")
                    .append("@Length(3) String ")
                    .append(component);
        }
        Snippet.run(
                """
                Numbers numbers = (Numbers) Numbers.class.getDeclaredConstructors()[0].newInstance(
                        IntStream.range(0, %d).boxed().toArray());
                assertThat(NumbersView.allocate(allocator, numbers).read()).isEqualTo(numbers);
                Texts texts = (Texts) Texts.class.getDeclaredConstructors()[0].newInstance(
                        IntStream.range(0, %d).mapToObj(Integer::toString).toArray(Object[]::new));
                TextsView view = TextsView.allocate(allocator, texts);
                assertThat(view.read()).isEqualTo(texts);
                assertThat(view).hasToString(texts.toString());
                assertThat(view.memory_("x").memory__("y").memory_()).isEqualTo("x");
                assertThat(view.type_()).isEqualTo("0");
                Beans beans = (Beans) Beans.class.getDeclaredConstructors()[0].newInstance(
                        IntStream.range(0, %d).boxed().toArray());
                assertThat(BeansView.allocate(allocator, beans).setMemory(0).setMemory(6).read()).isEqualTo(beans);
                """.formatted(COMPONENTS.size(), COMPONENTS.size(), COMPONENTS.size()),
                "@Struct(accessors = StructAccessors.BEAN) record Beans(" + primitives + ") {}",
                "@Struct record Numbers(" + primitives + ") {}",
                "@Struct record Texts(" + strings + ") {}");
    }

    @Test
    void components_whenNamedLikeTheClassesThatTheCodeNames_compileAndWork() {
        for (String order : List.of("LITTLE_ENDIAN", "BIG_ENDIAN", "NATIVE")) {
            Snippet.run(
                    """
                    Point one = new Point(1), two = new Point(2);
                    Hiding hiding = new Hiding(1, 2, new Point[] {one, two}, Color.RED, one, two, "abc", 4, 5, 6, 7, 8, 9,
                            10, 11, 12L, 13, MemorySegment.NULL);
                    HidingView view = HidingView.allocate(allocator);
                    view.BitField(3).StoredInteger(7).NUMBERS_OF_COLOR(Color.GREEN).PointView(two).FixedString("xyz");
                    view.StructElementsFrom(new Point[] {two, two}).BigEndian(70).NativeEndian(80);
                    assertThat(view.StructElements(0).x() + view.BitField() + view.BigEndian()).isEqualTo(75);
                    view.write(hiding);
                    assertThat(view.read()).usingRecursiveComparison().ignoringFields("MemorySegment").isEqualTo(hiding);
                    """,
                    "@Struct(order = dev.ashlar.struct.StructOrder." + order + ") record Hiding(@Bits(3) int BitField,"
                            + " @Stored(dev.ashlar.struct.StorageType.U16) int StoredInteger,"
                            + " @Length(2) Point[] StructElements, Color NUMBERS_OF_COLOR, Point PointView, Point PointArray,"
                            + " @Length(3) String FixedString, int StructOrder, int ComponentPath, int ComponentValue,"
                            + " int PrimitiveElements, int BigEndian, int NativeEndian, int StorageType, int Checked,"
                            + " long StructRange, int component, java.lang.foreign.MemorySegment MemorySegment) {}",
                    "@Struct record Point(int x) {}",
                    "enum Color { RED, GREEN }");
        }
    }

    @Test
    void component_whenNamedLikeThePackageOfAnother_compiles() {
        String other = "package q.r;\n@dev.ashlar.struct.Struct public record Thing(int x) {}";
        String thing = "@Struct record Thing(int q, q.r.Thing r, @Length(2) q.r.Thing[] p) {}";
        assertThat(Compiled.of(Snippet.inPackage(thing), other).loader()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type",
                "layout",
                "read",
                "write",
                "free",
                "memory",
                "byteOffset",
                "address",
                "structType",
                "equals"
            })
    void accessor_whenItWouldCollide_getsAnUnderscore(String component) {
        Compiled compiled = Compiled.of(Snippet.inPackage("@Struct record Thing(int " + component + ") {}"));
        assertThat(compiled.generatedSource("p.ThingView"))
                .contains(
                        "public int " + component + "_() {",
                        "public ThingView " + component + "_(int " + component + "_) {");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "package p;\n"})
    void records_whenNamedLikeLibraryTypes_compile(String owner) {
        List<String> names = List.of(
                "String",
                "Memory",
                "Object",
                "Allocator",
                "StructView",
                "StructArray",
                "StructType",
                "Override",
                "Description",
                "Generated",
                "Long",
                "Double",
                "Integer",
                "Boolean",
                "RuntimeException",
                "Error",
                "Collection",
                "MemoryLayout",
                "StructRange",
                "StructComponent",
                "StorageType",
                "FixedString",
                "CheckedStruct",
                "Checked",
                "ComponentPath",
                "ComponentValue",
                "SuppressWarnings",
                "IllegalArgumentException",
                "IllegalStateException",
                "IndexOutOfBoundsException",
                "Character",
                "Float",
                "Byte",
                "Short");
        String[] sources = names.stream()
                .map(
                        name -> owner + "@dev.ashlar.struct.Struct record " + name
                                + "(int id, double height, @dev.ashlar.struct.Length(3) java.lang.String name, boolean flag, long l) {}")
                .toArray(String[]::new);
        assertThat(Compiled.of(sources).loader()).isNotNull();
    }

    @Test
    void records_whenNested_areNamedAfterTheirWay() {
        Compiled compiled = Compiled.of(Snippet.inPackage("""
                        public interface Outer {
                            @Struct record Person(int id) {}
                            final class Memory {
                                @Struct public record String(@Length(2) java.lang.String name) {}
                                @Struct protected record Guarded(int id) {}
                            }
                        }
                        """));
        assertThat(compiled.loader()).isNotNull();
        assertThat(compiled.written()).contains("p.Outer_PersonView", "p.Outer_Memory_StringArray");
        assertThat(compiled.generatedSource("p.Outer_PersonView")).contains("\npublic sealed class Outer_PersonView");
        assertThat(compiled.generatedSource("p.Outer_Memory_StringView")).contains("\npublic sealed class");
        assertThat(compiled.generatedSource("p.Outer_Memory_GuardedArray")).contains("\nfinal class");
    }

    @Test
    void cursor_whenReferencesDifferOnlyInTheirFirstLetter_hasAMethodForEach() {
        Compiled compiled = Compiled.of(
                Snippet.inPackage("@Struct record Twins(Ref<Twins> aB, Ref<Twins> AB) {}"),
                Snippet.inPackage("@Struct record Odd(Ref<Odd> next, Ref<Odd> next_, Ref<Odd> of, int followNext) {}"));
        assertThat(compiled.loader()).isNotNull();
        assertThat(compiled.generatedSource("p.TwinsView"))
                .contains("public boolean followAB()", "public boolean followAB_()");
    }

    @Test
    void view_whenRecordIsNotPublic_isNotPublic() {
        Compiled compiled = Compiled.of(Snippet.inPackage("class Outer { @Struct public record Person(int id) {} }"));
        assertThat(compiled.loader()).isNotNull();
        assertThat(compiled.generatedSource("p.Outer_PersonView")).contains("\nsealed class Outer_PersonView");
        assertThat(compiled.generatedSource("p.Outer_PersonArray")).contains("\nfinal class Outer_PersonArray");
    }

    @Test
    void structs_whenTheyNeedTheSameClass_areToldWhoHasIt() {
        Compiled compiled = Compiled.of(
                Snippet.inPackage("class Outer { @Struct record Person(int id) {} }"),
                Snippet.inPackage("@Struct record Outer_Person(int id) {}"));
        assertThat(compiled.compilation().errors())
                .singleElement()
                .satisfies(
                        error -> assertThat(error.getMessage(null))
                                .contains(
                                        "[Ashlar:ClassCollision] struct 'p.Outer_Person' needs the class names"
                                                + " p.Outer_PersonView, p.Outer_PersonArray, which the struct p.Outer.Person has already"));
    }

    @Test
    void views_whenRecordIsDeprecated_compileWithoutWarning() {
        assertThat(Compiled.of(Snippet.inPackage("@Deprecated(forRemoval = true) @Struct record Person(int id) {}"))
                        .loader())
                .isNotNull();
        assertThat(Compiled.of(Snippet.inPackage(
                                "@Struct record Person(int id) { @Deprecated public int id() { return id; } }"))
                        .loader())
                .isNotNull();
    }

    @Test
    void constants_splitWordsAtCapitals() {
        Compiled compiled = Compiled.of(
                Snippet.inPackage(
                        "@Struct record Thing(int fooBar, int URL, int parseHTMLNow, int x1, int x2Y, int a_b, int größeÄ) {}"));
        assertThat(compiled.generatedSource("p.ThingView"))
                .contains(
                        "OFFSET_FOO_BAR =",
                        "OFFSET_URL =",
                        "OFFSET_PARSE_HTML_NOW =",
                        "OFFSET_X1 =",
                        "OFFSET_X2_Y =",
                        "OFFSET_A_B =",
                        "OFFSET_GRÖSSE_Ä =");
    }
}
