package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which tags the variants of a union get without {@code @Code}, and when that is no business of the compiler. */
class TagOrderTest {
    private static final String VARIANTS = """
             {
                @Struct record Zed(int a) implements U {}
                @Struct record Alpha(int a) implements U {}
            }
            """;

    @Test
    void union_whenNothingSaysTheOrder_isAnErrorThatOffersIt() {
        Compiled compiled = Compiled.of(Snippet.inPackage("@Struct\n\nsealed interface U" + VARIANTS));
        assertThat(compiled.errors()).containsExactly("TagUnordered@5");
        assertThat(compiled.onlyError())
                .endsWith(
                        "give them their numbers, @Code(0) on Zed, @Code(1) on Alpha, or write the order, permits U.Zed,"
                                + " U.Alpha on U");
        assertThat(compiled.written()).noneMatch(name -> name.startsWith("p.UView"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sealed interface U permits U.Zed, U.Alpha",
                "sealed interface U // which\n permits /* class X { */ U.Zed, U.Alpha",
                "@SuppressWarnings({\"unused\", \"}\\\"{\"}) sealed interface U\npermits U.Zed, U.Alpha",
            })
    void union_whenPermitsSaysTheOrder_hasTagsInThatOrder(String header) {
        Compiled compiled = Compiled.of(Snippet.inPackage("@Struct " + header + VARIANTS));
        assertThat(compiled.errors()).isEmpty();
        assertThat(compiled.notes()).hasSize(1).allMatch(note -> note.startsWith("TagOrder@"));
        assertThat(compiled.generatedSource("p.UView")).contains("int TAG_ZED = 0;", "int TAG_ALPHA = 1;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sealed interface U /* permits U.Zed, U.Alpha */",
                "sealed interface U // permits U.Zed, U.Alpha\n",
                "@SuppressWarnings(\"permits\") sealed interface U",
            })
    void union_whenPermitsIsNoClause_isAnError(String header) {
        assertThat(Compiled.of(Snippet.inPackage("@Struct " + header + VARIANTS))
                        .errors())
                .hasSize(1)
                .allMatch(error -> error.startsWith("TagUnordered@"));
    }

    /** No type may be called so, but a package. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "sealed interface U extends permits.Foo",
                "sealed interface U extends java.util.function.Supplier<permits.Foo>",
                "sealed interface U extends permits. /* Foo */ Foo, permits . more.Bar",
                "sealed interface U extends @permits.Mark Runnable",
            })
    void union_whenAPackageIsCalledPermits_isAnError(String header) {
        // Records that have the methods of all these interfaces.
        String variants = VARIANTS.replace(
                "implements U {}", "implements U { public void run() {} public permits.Foo get() { return null; } }");
        assertThat(Compiled.of(
                                Snippet.inPackage("@Struct " + header + variants),
                                "package permits; public interface Foo {}",
                                "package permits.more; public interface Bar {}",
                                "package permits; import java.lang.annotation.*;\n"
                                        + "@Target(ElementType.TYPE_USE) public @interface Mark {}")
                        .errors())
                .hasSize(1)
                .allMatch(error -> error.startsWith("TagUnordered@"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD835\uDC14", "U\uD835\uDC14"})
    void union_whenItsNameHasLettersOfTwoChars_isFound(String name) {
        Compiled compiled = Compiled.of(
                Snippet.inPackage("@Struct sealed interface %s permits %s.Zed, %s.Alpha {\n".formatted(name, name, name)
                        + "@Struct record Zed(int a) implements %s {}\n".formatted(name)
                        + "@Struct record Alpha(int a) implements %s {} }".formatted(name)));
        assertThat(compiled.written()).contains("p." + name + "View");
    }

    @Test
    void union_whenVariantsStandBesideIt_isAnErrorToo() {
        Compiled compiled = Compiled.of(Snippet.inPackage("""
                @Struct sealed interface U {}
                @Struct record Zed(int a) implements U {}
                @Struct record Alpha(int a) implements U {}
                """));
        assertThat(compiled.onlyError())
                .startsWith("[Ashlar:TagUnordered]")
                .contains("@Code(0) on Zed, @Code(1) on Alpha", "permits Zed, Alpha on U");
    }

    @Test
    void union_whenAFurtherInterfaceDoesNotSayTheOrder_isAnErrorThatNamesIt() {
        Compiled compiled = Compiled.of(Snippet.inPackage("""
                @Struct sealed interface U permits U.First, U.More {
                    @Struct record First(int a) implements U {}
                    sealed interface More extends U {
                        @Struct record Zed(int a) implements More {}
                        @Struct record Alpha(int a) implements More {}
                    }
                }
                """));
        assertThat(compiled.errors()).containsExactly("TagUnordered@3");
        assertThat(compiled.onlyError())
                .endsWith("give them their numbers, @Code(0) on First, @Code(1) on Zed, @Code(2) on Alpha, or write the"
                        + " order, permits U.More.Zed, U.More.Alpha on More");
    }

    @Test
    void union_whenThereIsOneVariant_needsNoOrder() {
        assertThat(Compiled.of(Snippet.inPackage(
                                "@Struct sealed interface U {\n@Struct record A(int a) implements U {} }"))
                        .errors())
                .isEmpty();
    }

    @Test
    void union_whenVariantsHaveCodes_needsNoOrder() {
        String coded = VARIANTS.replace("@Struct record Z", "@Code(7) @Struct record Z")
                .replace("@Struct record A", "@Code(3) @Struct record A");
        Compiled compiled = Compiled.of(Snippet.inPackage("@Struct sealed interface U" + coded));
        assertThat(compiled.errors()).isEmpty();
        assertThat(compiled.notes()).isEmpty();
        assertThat(compiled.generatedSource("p.UView")).contains("int TAG_ZED = 7;", "int TAG_ALPHA = 3;");
    }

    @Test
    void union_whenOnlySomeHaveCodes_isMissingTheRest() {
        String coded = VARIANTS.replace("@Struct record Z", "@Code(7) @Struct record Z");
        assertThat(Compiled.of(Snippet.inPackage("@Struct sealed interface U" + coded))
                        .errors())
                .containsExactly("TagMissing@3");
    }

    @Test
    void union_whenTheCompilerShowsNoSource_isAnErrorAndNoGuess() {
        assertThat(Compiled.with(
                                List.of(new WithoutFiles(new StructProcessor())),
                                Snippet.inPackage("@Struct sealed interface U permits U.Zed, U.Alpha" + VARIANTS))
                        .errors())
                .containsExactly("TagUnordered@3");
    }

    /** Words that start declarations elsewhere, braces in literals, text blocks, and types of the same name in methods. */
    @Test
    void union_whenMuchStandsAroundIt_isFound() {
        Compiled compiled = Compiled.of(Snippet.inPackage("""
                class Around {
                    static final String TEXT = \"""
                            class Around { interface U { \\\""" " ' \\\\
                            \""";
                    static final char[] SIGNS = {'{', '\\'', '"', '\\u007b'};
                    int record = 1;
                    Class<?> type = Around.class;
                    int[] numbers() {
                        record U(int permits) {}
                        return new int[] {record, new U(2).permits()};
                    }
                    @interface Mark { String[] value() default {"{"}; }
                    enum Kind { ONE { @Override public String toString() { return "}"; } }, TWO; }
                    record Pair<@SuppressWarnings({}) T>(T first, T second) { Pair { } }
                    @Struct sealed interface U permits Zed, Alpha {}
                    @Struct record Zed(int a) implements U {}
                    @Struct record Alpha(int a) implements U {}
                }
                """).replace("@SuppressWarnings({}) ", ""));
        assertThat(compiled.errors()).isEmpty();
        assertThat(compiled.generatedSource("p.Around_UView")).contains("int TAG_ZED = 0;");
    }
}
