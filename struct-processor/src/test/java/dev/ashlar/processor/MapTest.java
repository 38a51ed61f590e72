package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Maps that are not written, and keys that are refused. */
class MapTest {
    @Test
    void map_whenNotAskedFor_isNotWritten() {
        assertThat(Compiled.of(Snippet.inPackage("@Struct(map = {}) public record Plain(int id) {}"))
                        .written())
                .containsExactly("p.PlainView", "p.PlainArray");
        assertThat(Compiled.of(Snippet.inPackage("@Struct(map = \"id\") public record Plain(int id) {}"))
                        .written())
                .containsExactly("p.PlainView", "p.PlainArray", "p.PlainMap");
    }

    @Test
    void map_whenNameIsTaken_isRefused() {
        Compiled compiled = Compiled.of(
                Snippet.inPackage("@Struct(map = \"id\") public record Plain(int id) {}"),
                "package p; class PlainMap {}");
        assertThat(compiled.errors()).containsExactly("ClassCollision@3");
    }

    @Test
    void map_ofWhatIsNoConstant_isRefused() {
        assertThat(Compiled.of(Snippet.inPackage("@Struct(map = Missing.ID) public record Plain(int id) {}"))
                        .written())
                .isEmpty();
    }

    /** Each at the component of the struct, with its path. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "float k | a floating-point number",
                "double k | a floating-point number",
                "Integer k | optional",
                "@Absent(\"-1\") Integer k | optional",
                "java.util.OptionalLong k | optional",
                "@org.jspecify.annotations.Nullable @Length(4) String k | optional",
                "@Length(4) int[] k | an array",
                "@Length(4) boolean[] k | an array",
                "@Length(4) java.time.LocalDate[] k | an array",
                "@Length(2) Point[] k | an array",
                "@Atomic long k | @Atomic",
                "java.lang.foreign.MemorySegment k | an address",
                "Ref<Point> k | an address",
                "Shape k | a union",
                "Either k | a union",
            })
    void key_ofAKindThatCannotBeCompared_isRefused(String component, String kind) {
        Compiled compiled = Compiled.of(Snippet.inPackage(
                "@Struct(map = {\"id\", \"k\"}) public record Plain(int id, " + component + ") {}\n" + OTHERS));
        assertThat(compiled.errors()).containsExactly("MapKeyType@3");
        assertThat(compiled.onlyError()).contains("'p.Plain.k' is " + kind);
    }

    @ParameterizedTest
    @CsvSource({"Deep, k.inner.x", "Loose, k.x", "Vague, k.at"})
    void key_ofAStructThatHoldsSuchAKind_isRefused(String type, String path) {
        Compiled compiled = Compiled.of(
                Snippet.inPackage("@Struct(map = \"k\") public record Plain(int id, " + type + " k) {}\n" + OTHERS));
        assertThat(compiled.errors()).containsExactly("MapKeyType@3");
        assertThat(compiled.onlyError()).contains("'p.Plain." + path + "' is ");
    }

    @Test
    void map_ofAUnionOfArms_isRefused() {
        Compiled compiled = Compiled.of(
                Snippet.inPackage("@Struct(union = true, map = \"a\") public record Either(Integer a, Long b) {}"));
        assertThat(compiled.errors()).containsExactly("MapUnion@3");
    }

    /** All mistakes of a key at once. */
    @Test
    void key_withSeveralMistakes_reportsEach() {
        Compiled compiled = Compiled.of(
                Snippet.inPackage(
                        "@Struct(map = {\"x\", \"none\", \"id\", \"id\"}) public record Plain(int id, float x, @Tail String text) {}"));
        assertThat(compiled.errors())
                .containsExactlyInAnyOrder("MapTail@3", "MapKeyType@3", "MapKeyUnknown@3", "MapKeyTwice@3");
        assertThat(compiled.compilation().errors())
                .anyMatch(error -> error.getMessage(null).contains("name one or several of id, x, text"));
    }

    /** Codecs that take the lengths of components of one name, and one that stores segments. */
    @Test
    void key_ofCodecsThatTakeALength_compiles() {
        String codecs = "import dev.ashlar.struct.codec.*;\n";
        assertThat(Compiled.of(
                                Snippet.inPackage(codecs
                                        + "@Struct record A(@StoredBy(AsciiSpaces.class) @Length(8) String code) {}"),
                                Snippet.inPackage(codecs
                                        + "@Struct record B(@StoredBy(AsciiSpaces.class) @Length(4) String code) {}"),
                                Snippet.inPackage("@Struct(map = {\"a\", \"b\"}) record Both(A a, B b) {}"),
                                Snippet.inPackage(
                                        "@Struct(map = \"k\") record Keyed(@StoredBy(Segments.class) @Length(8)"
                                                + " java.lang.foreign.MemorySegment k) {}"),
                                Snippet.inPackage("""
                                        import java.lang.foreign.*;

                                        final class Segments {
                                            public static byte[] encode(MemorySegment value, int byteSize) {
                                                return value.toArray(ValueLayout.JAVA_BYTE);
                                            }

                                            public static MemorySegment decode(byte[] bytes) {
                                                return MemorySegment.ofArray(bytes);
                                            }
                                        }
                                        """))
                        .errors())
                .isEmpty();
    }

    private static final String OTHERS = """
            @Struct record Point(int x, int y) {}
            @Struct record Loose(float x) {}
            @Struct record Deep(int a, Loose inner) {}
            @Struct record Vague(Integer at) {}
            @Struct(union = true) record Either(Integer a, Long b) {}
            @Struct sealed interface Shape { @Struct record Dot(int x) implements Shape {} }
            """;
}
