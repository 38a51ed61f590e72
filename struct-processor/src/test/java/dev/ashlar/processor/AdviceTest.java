package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What messages advise, where a rule has more than one way out. */
class AdviceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "java.math.BigDecimal x | say how many decimal places are stored: @Scale(2)",
                "java.util.Date x | use an Instant, which is stored in a long",
                "java.time.ZonedDateTime x | use an Instant, and @Length(n) String for the zone; or @StoredBy with a codec",
                "java.time.OffsetDateTime x | an int for the offset in seconds; or @StoredBy with a codec of your own",
                "java.net.URI x | use @Length(n) String, or as the last component @Tail String; or @StoredBy with a codec",
                "Thread x | or MemorySegment for a pointer; or name a codec for it, @StoredBy",
                "java.math.BigInteger x | @Tail byte[] of toByteArray(); or @StoredBy with a codec of your own",
                "java.util.Optional<String> x | annotate the type of its value as @Nullable, or use a box such as Integer",
                "java.util.List<String> x | use an array, with @Length(n) or as the last component with @Tail",
                "java.util.Map<String, String> x | an array of a record with @Struct that holds a key and a value",
                "java.util.BitSet x | use @Length(n) long[]",
                "java.util.concurrent.atomic.AtomicLong x | use @Atomic long",
                "java.nio.ByteBuffer x | use @Length(n) byte[], or MemorySegment for a pointer",
                "Object x | a sealed interface with @Struct holds one of several records",
                "Number x | use the type that it is",
                "@Tail Integer[] x | name a number that stands for absence, such as @Absent(\"-1\"); or use an array of fixed",
                "@Tail @org.jspecify.annotations.Nullable Colour[] x | name a number that stands for absence",
                "@Length(2) Colour @org.jspecify.annotations.Nullable [] x | in front of that of the elements, makes these optional",
                "@Length(2) @org.jspecify.annotations.Nullable int[] x | remove the annotation, or make it Integer[]",
                "@Absent(\"128\") @Length(2) Byte[] x | use an integer from -128 to 127",
                "@Absent(\"0\") @Length(2) Boolean[] x | remove @Absent",
                "@Absent(\"0\") @Length(2) @org.jspecify.annotations.Nullable Other[] x | remove @Absent",
                "@Absent(\"0\") @Length(2) int[] x | annotate it as @Nullable, or make a number a box such as Integer",
                "Integer[] x | how many elements to set aside, @Length(n), or let the last component be as long as each",
                "@Length(2) java.util.UUID[] x | use an array of a record with @Struct that holds one",
                "@Length(2) java.util.Date[] x | an array of a record with @Struct; in place of each element use an Instant",
                "Plain x | annotate that record with @Struct, or name it in a @StructsFor",
                "Either x | annotate that interface and the records that it permits with @Struct",
                "Ref<Plain> x | annotate that record with @Struct, or name it in a @StructsFor",
                "Ref<String> x | name a record with @Struct, as in Ref<Node>, or store the address as a long",
                "@org.jspecify.annotations.Nullable Ref<Other> x | remove the annotation, and use Ref.none()",
                "java.lang.foreign.@org.jspecify.annotations.Nullable MemorySegment x | and use MemorySegment.NULL",
                "@Tail @org.jspecify.annotations.Nullable String x | remove the annotation: a tail may be empty",
                "@Atomic Integer x | use int, and use a value that stands for absence, or a boolean component beside it",
                "@org.jspecify.annotations.Nullable int x | remove the annotation, or make it Integer",
                "@Absent(\"256\") @Stored(StorageType.U8) Integer x | use an integer from 0 to 255",
                "@Absent(\"1e40\") Float x | use NaN, or a decimal number in the range of F32",
                "@Absent(\"1e-400\") Double x | use NaN, or a decimal number in the range of F64",
                "@Absent(\"8\") @Bits(3) Integer x | use an integer from -4 to 3",
                "@Absent(\"\") Integer x | use an integer from -2147483648 to 2147483647",
                "@Absent(\"0\") @org.jspecify.annotations.Nullable Colour x | use a number that no constant has, such as -1",
                "@Absent(\"0\") @Length(2) @org.jspecify.annotations.Nullable String x | remove @Absent",
                "@Absent(\"0\") int x | annotate it as @Nullable, or make a number a box such as Integer",
                "@Stored(StorageType.U32) int x | make it a long, which holds every U32",
                "@U32 int x | make it a long, which holds every U32",
                "@U8 byte x | make it a short, which holds every U8",
                "@U8 @Length(2) String x | remove @Stored; it is for primitive types, enums and their arrays",
                "@U8 @Stored(StorageType.U16) int x | @Stored(",
                "@U8 @U16 int x | @Stored(U8) and @Stored(U16)",
                "@Stored(StorageType.U8) byte x | make it a short, which holds every U8",
                "@Stored(StorageType.I64) int x | make it a long, which holds every I64",
                "@Stored(StorageType.F32) double x | make it a float, which holds every F32",
                "@Stored(StorageType.U64) long x | use a long without @Stored, which holds the same 64 bits",
                "@Stored(StorageType.U64) int x | use a long without @Stored, which holds the same 64 bits",
                "@Stored(StorageType.U64) Colour x | use one of [I8, U8, I16, U16, I32, U32, I64]",
                "@Stored(StorageType.I32) Ref<Other> x | use one of [I64, U32]",
                "@Bits(0) int x | the next one starts a new unit: @Bits(value = n, newUnit = true)",
                "@Bits(33) int x | use a width from 1 to 32: what both the unit I32 and the type int can hold",
                "@Bits(3) float x | it is for byte, short, int, long, boolean and enums",
                "@Length(0) int[] x | what differs from record to record is a last component with @Tail",
                "String x | how many bytes of UTF-8 to set aside, @Length(n), or let the last component be as long as each",
                "int[] x | how many elements to set aside, @Length(n), or let the last component be as long as each record",
                "char[] x | text is better a String, and an array of C's char a byte[]",
                "@Offset(4) int x | @Offset asserts where a component lies and never moves it",
                "@Length(3) CharSequence x | use @Length(n) String",
                "Half x | give GREEN, BLUE one as well, or remove all of them",
                "@Atomic short x | use int or long, without @Bits and stored as they are"
            })
    void component_whenRefused_saysWhatToDo(String component, String advice) {
        Compiled compiled = Compiled.of(Snippet.inPackage("""
                @Struct record Person(%s) {}
                record Plain(int x) {}
                @Struct record Other(int x) {}
                sealed interface Either permits One {}
                record One(int x) implements Either {}
                enum Colour { RED }
                enum Half { @Code(1) RED, GREEN, BLUE }
                """.formatted(component)));
        assertThat(compiled.onlyError()).contains("'p.Person.x'", advice);
    }

    @Test
    void layouts_whenTheirFolderIsMissing_saysWhereAndWhatToDo() {
        Compiled compiled = Compiled.withOptions(
                List.of("-Aashlar.layouts=nowhere"), Snippet.inPackage("@Struct record Person(int id) {}"));
        assertThat(compiled.onlyError())
                .startsWith("[Ashlar:OptionValue] the option -Aashlar.layouts=nowhere cannot be followed; the folder ")
                .endsWith("nowhere is missing: name one that is there, or record layouts first:"
                        + " -Aashlar.recordLayouts=true");
    }

    /** javac's own words, and none besides. */
    @Test
    void length_whenThereAreTwo_isOneError() {
        Compiled compiled = Compiled.of(Snippet.inPackage("@Struct record Person(@Length(2) @Length(3) int[] x) {}"));
        assertThat(compiled.onlyError()).contains("Length is not a repeatable annotation");
    }

    @Test
    void columns_whenAComponentHasNone_canHoldItInAnArray() {
        Compiled refused = Compiled.of(Snippet.inPackage("""
                @Struct(columns = true) record Person(int id, Flags flags) {}
                @Struct record Flags(@Bits(3) int level) {}
                """));
        assertThat(refused.onlyError())
                .contains("'p.Person.flags.level' is a bit-field")
                .contains("remove its @Bits, or hold it in a struct in an array, @Length(1), which stays whole");
        Compiled followed = Compiled.of(
                Snippet.inPackage(
                        "@Struct(columns = true) record Person(int id, @Length(1) Flags[] flags, @Length(1) Either[] either) {}"),
                Snippet.inPackage("@Struct record Flags(@Bits(3) int level) {}"),
                Snippet.inPackage(
                        "@Struct sealed interface Either { @Struct @Code(1) record One(int x) implements Either {} }"));
        assertThat(followed.loader()).isNotNull();
    }

    @Test
    void accessors_whenTheirNamesAreTaken_areNotedOnce() {
        Compiled compiled = Compiled.of(
                Snippet.inPackage("@Struct(columns = true) record Person(int id, int type, int type_, int memory) {}"),
                Snippet.inPackage("@Struct record Person2(Person first, Person second) {}"));
        assertThat(compiled.loader()).isNotNull();
        assertThat(compiled.compilation().notes())
                .filteredOn(note -> note.getMessage(null).contains("[Ashlar:AccessorRenamed]"))
                .singleElement()
                .extracting(note -> note.getMessage(null))
                .asString()
                .contains("struct 'p.Person' ", ": type() is type__(), memory() is memory_(); ");
        assertThat(compiled.generatedSource("p.PersonView")).contains("public int type__()", "public int memory_()");
        assertThat(compiled.generatedSource("p.PersonColumns")).contains("int type__(long index)");
    }

    @Test
    void accessors_whenTheirNamesAreTakenInColumns_areNoted() {
        Compiled compiled =
                Compiled.of(Snippet.inPackage("@Struct(columns = true) record Person(int id, int index) {}"));
        assertThat(compiled.loader()).isNotNull();
        assertThat(compiled.compilation().notes().toString()).contains(": index() in columns is index_(); ");
        assertThat(compiled.generatedSource("p.PersonColumns")).contains("int index_(long index)");
    }

    @Test
    void accessors_whenTheyAreProperties_areNotNoted() {
        Compiled compiled = Compiled.of(
                Snippet.inPackage("@Struct(accessors = StructAccessors.BEAN) record Person(int id, int type) {}"));
        assertThat(compiled.notes()).isEmpty();
    }

    /** The compiler's own errors about what was not generated follow, but none about what was. */
    @ParameterizedTest
    @ValueSource(strings = {"17", "21"})
    void release_whenItIsOld_isOneError(String release) {
        Compiled compiled = Compiled.withOptions(
                List.of("--release", release),
                Snippet.inPackage("@Struct record Person(int id, @Length(4) String name) {}"),
                Snippet.inPackage("@Struct record Other(int id, Person person) {}"));
        assertThat(compiled.onlyError())
                .startsWith("[Ashlar:Release] structs need Java 25, and this compilation is for Java " + release + ";")
                .contains("<release>25</release>", "--release 25");
        assertThat(compiled.written()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"22", "24"})
    void release_whenViewsCompileForIt_isNoError(String release) {
        Compiled compiled = Compiled.withOptions(
                List.of("--release", release),
                Snippet.inPackage(
                        "@Struct(list = true, columns = true) record Person(int id, @Length(4) String name) {}"));
        assertThat(compiled.compilation().errors()).isEmpty();
    }

    @Test
    void compactFile_isOneErrorForEachStruct() {
        String source = """
                import dev.ashlar.struct.*;
                /* record Person is what follows */
                @Struct record Person(int id) {}
                @Struct sealed interface Shape permits Dot {}
                @Struct @Code(1) record Dot(int x) implements Shape {}
                void main() {}
                """;
        Compiled compiled = Compiled.ofFile("Main", source);
        assertThat(compiled.errors()).containsExactly("CompactFile@3", "CompactFile@4", "CompactFile@5");
        assertThat(compiled.written()).isEmpty();
        Compiled written = Compiled.ofFile("Main", source.replace("@Struct", "").replace("@Code(1)", ""));
        assertThat(written.compilation().errors()).isEmpty();
    }

    @Test
    void compactFile_whenAClassIsWrittenAroundIt_isNone() {
        Compiled compiled = Compiled.of(
                "import dev.ashlar.struct.*;\nclass Main { @Struct record Person(int id) {} void main() {} }");
        assertThat(compiled.loader()).isNotNull();
        assertThat(compiled.compilation().diagnostics())
                .filteredOn(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .isEmpty();
    }
}
