package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Layouts that are recorded once and compared from then on. */
class RecordedLayoutTest {
    private static final String PERSON = Snippet.inPackage("@Struct record Person(int id, double height, int age) {}");

    private static final String NESTED =
            Snippet.inPackage("class Outer { @Struct record Inner(@Length(7) String name) {} }");

    @TempDir
    private Path folder;

    @Test
    void recording_isReadable() throws IOException {
        record(folder.resolve("new/folder"), PERSON);
        assertThat(folder.resolve("new/folder/p.Person.layout")).hasContent("""
                # The layout of p.Person. Keep this file: a change of the layout fails to compile while it stands.
                # To change it on purpose: compile with -Aashlar.recordLayouts=true, and look at the difference.
                struct p.Person
                size 24
                alignment 8
                # offset size component type storage
                0 4 id int I32
                8 8 height double F64
                16 4 age int I32
                """);
    }

    @Test
    void recording_whenComponentsAreOfEveryKind_saysAllThatBytesDependOn() throws IOException {
        record(
                folder,
                Snippet.inPackage("@Struct(packed = true, order = StructOrder.BIG_ENDIAN)"
                        + " record Head(byte kind, int size, @Bits(4) @Stored(StorageType.U8) int version) {}"),
                Snippet.inPackage("enum Color { @Code(1) RED, @Code(-2) GREEN }"),
                Snippet.inPackage("@Struct record Every(Head head, @Length(3) Head[] heads, Color color,"
                        + " @Stored(StorageType.I8) @Length(2) Color[] colors, @Bits(3) int mode, @Bits(1) boolean open,"
                        + " java.lang.foreign.MemorySegment next, @Length(4) int[] cells, @Length(5) String name,"
                        + " java.util.UUID id, @Scale(4) @Length(2) java.math.BigDecimal[] prices) {}"));
        assertThat(Files.readString(folder.resolve("p.Every.layout")).lines())
                .filteredOn(line -> !line.startsWith("#"))
                .containsExactly(
                        "struct p.Every",
                        "size 96",
                        "alignment 8",
                        "0 6 head Head struct",
                        "0 1 head.kind byte I8",
                        "1 4 head.size int I32 big-endian",
                        "5 1 head.version int U8 big-endian bits 0:4",
                        "6 18 heads Head[3] struct[3]",
                        "6 1 heads[].kind byte I8",
                        "7 4 heads[].size int I32 big-endian",
                        "11 1 heads[].version int U8 big-endian bits 0:4",
                        "24 4 color Color I32",
                        "enum p.Color RED 1",
                        "enum p.Color GREEN -2",
                        "28 2 colors Color[2] I8[2]",
                        "30 1 mode int I32 bits 0:3",
                        "30 1 open boolean U8 bits 3:1",
                        "32 8 next MemorySegment ADDRESS",
                        "40 16 cells int[4] I32[4]",
                        "56 5 name String U8[5]",
                        "61 16 id UUID I8[16] by dev.ashlar.struct.codec.UuidBytes",
                        "80 16 prices BigDecimal[2] I64[2] by dev.ashlar.struct.codec.ScaledDecimal scale 4");
    }

    @Test
    void compilation_whenABitFieldGetsWider_isAnError() {
        record(folder, Snippet.inPackage("@Struct record Flags(@Bits(3) int mode) {}"));
        assertThat(compile(Snippet.inPackage("@Struct record Flags(@Bits(4) int mode) {}"))
                        .onlyError()
                        .lines()
                        .skip(1))
                .containsExactly("- 0 1 mode int I32 bits 0:3", "+ 0 1 mode int I32 bits 0:4");
    }

    @Test
    void compilation_whenSomethingInsideChanged_isAnError() {
        String holder = Snippet.inPackage("@Struct record Holder(Inner inner, Color color) {}");
        record(
                folder,
                holder,
                Snippet.inPackage("@Struct record Inner(short x, short y) {}"),
                Snippet.inPackage("enum Color { RED, GREEN }"));
        Compiled changed = compile(
                holder,
                Snippet.inPackage("@Struct record Inner(short y, short x) {}"),
                Snippet.inPackage("enum Color { GREEN, RED }"));
        assertThat(changed.errors()).containsExactly("LayoutChanged@3", "LayoutChanged@3");
        assertThat(changed.compilation()
                        .errors()
                        .getFirst()
                        .getMessage(null)
                        .lines()
                        .map(String::strip))
                .contains(
                        "- enum p.Color RED 0",
                        "+ enum p.Color RED 1",
                        "- 0 2 inner.x short I16",
                        "+ 2 2 inner.x short I16");
    }

    @Test
    void compilation_whenNothingChanged_isSilent() throws IOException {
        record(folder, PERSON, NESTED);
        assertThat(folder.resolve("p.Outer.Inner.layout")).exists();
        assertThat(compile(PERSON, NESTED).written()).hasSize(4);
        Path file = folder.resolve("p.Person.layout");
        Files.writeString(file, Files.readString(file).replace("\n", "\r\n") + "\n# mine\n");
        assertThat(compile(PERSON, NESTED).errors()).isEmpty();
    }

    @Test
    void compilation_whenThereIsNoRecording_isSilent() {
        assertThat(compile(PERSON).written()).hasSize(2);
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int id, double height, long age | - 16 4 age int I32 | + 16 8 age long I64",
                "int id, double height, int years | - 16 4 age int I32 | + 16 4 years int I32",
                "int id, double height, float age | - 16 4 age int I32 | + 16 4 age float F32",
                "double height, int id, int age | - size 24 | + size 16",
                "int id, double height | - 16 4 age int I32 | - size 24",
                "int id, double height, int age, byte more | + 20 1 more byte I8 | + 20 1 more byte I8",
            })
    void compilation_whenSomethingChanged_showsOldAndNew(String components, String one, String other) {
        record(folder, PERSON);
        Compiled changed = compile(Snippet.inPackage("@Struct record Person(" + components + ") {}"));
        assertThat(changed.errors()).containsExactly("LayoutChanged@3");
        assertThat(changed.written()).isEmpty();
        assertThat(changed.onlyError())
                .contains(folder.resolve("p.Person.layout").toString());
        assertThat(changed.onlyError().lines()).contains(one, other);
    }

    @Test
    void recording_whenComponentsAreOptional_saysHow() throws IOException {
        record(folder, Snippet.inPackage("@Struct record Reading(Integer level, @Absent(\"-1\") Integer parent) {}"));
        assertThat(Files.readString(folder.resolve("p.Reading.layout")).lines())
                .filteredOn(line -> !line.startsWith("#"))
                .containsExactly(
                        "struct p.Reading",
                        "size 12",
                        "alignment 4",
                        "0 4 level Integer I32 optional 0",
                        "4 4 parent Integer I32 absent -1",
                        "8 1 presence bits 1 bit");
    }

    @Test
    void recording_whenElementsAreOptional_saysHow() throws IOException {
        String source = "@Struct record Gauge(Integer station, @Length(4) Integer[] levels,"
                + " @Length(2) @Absent(\"-1\") Integer[] parents) {}";
        record(folder, Snippet.inPackage(source));
        assertThat(Files.readString(folder.resolve("p.Gauge.layout")).lines())
                .filteredOn(line -> !line.startsWith("#"))
                .containsExactly(
                        "struct p.Gauge",
                        "size 32",
                        "alignment 4",
                        "0 4 station Integer I32 optional 0",
                        "4 16 levels Integer[4] I32[4] optional 1:4",
                        "20 8 parents Integer[2] I32[2] absent -1",
                        "28 1 presence bits 5 bits");
        Compiled changed = compile(Snippet.inPackage(source.replace(") Integer[] levels", ") int[] levels")));
        assertThat(changed.onlyError().lines())
                .contains("- 4 16 levels Integer[4] I32[4] optional 1:4", "+ 4 16 levels int[4] I32[4]");
    }

    @Test
    void compilation_whenAScaleChanged_isAnError() {
        record(folder, Snippet.inPackage("@Struct record Order(@Scale(2) java.math.BigDecimal price) {}"));
        Compiled changed = compile(Snippet.inPackage("@Struct record Order(@Scale(4) java.math.BigDecimal price) {}"));
        String row = " 0 8 price BigDecimal I64 by dev.ashlar.struct.codec.ScaledDecimal scale ";
        assertThat(changed.onlyError().lines()).contains("-" + row + "2", "+" + row + "4");
    }

    @Test
    void error_showsOnlyWhatDiffers() {
        record(folder, PERSON);
        assertThat(compile(Snippet.inPackage("@Struct record Person(int id, double height, short age) {}"))
                        .onlyError()
                        .lines()
                        .skip(1))
                .containsExactly("- 16 4 age int I32", "+ 16 2 age short I16");
    }

    @Test
    void recording_whenLayoutChanged_isReplacedAndElseLeftAlone() throws IOException {
        record(folder, PERSON);
        Path file = folder.resolve("p.Person.layout");
        FileTime longAgo = FileTime.fromMillis(0);
        Files.setLastModifiedTime(file, longAgo);
        record(folder, PERSON);
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(longAgo);
        String changed = Snippet.inPackage("@Struct record Person(int id) {}");
        record(folder, changed);
        assertThat(compile(changed).errors()).isEmpty();
    }

    @Test
    void recording_whenStructIsInError_isNotTouched() {
        Compiled.withOptions(
                options(folder), Snippet.inPackage("@LayoutCheck(size = 1)\n@Struct record Person(int id) {}"));
        assertThat(folder).isEmptyDirectory();
    }

    /** A recording is overwritten once all that was compiled with it is right. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Struct record Other(Object none) {}",
                "@Struct record Other(Missing none) {}",
                "@LayoutCheck(size = 1)\n@Struct record Other(int id) {}",
            })
    void recording_whenAnotherStructIsInError_isNotTouched(String other) throws IOException {
        record(folder, PERSON);
        Path file = folder.resolve("p.Person.layout");
        String before = Files.readString(file);
        String changed = Snippet.inPackage("@Struct record Person(int id) {}");
        assertThat(Compiled.withOptions(options(folder), changed, Snippet.inPackage(other))
                        .errors())
                .isNotEmpty();
        assertThat(file).hasContent(before);
        record(folder, changed);
        assertThat(Files.readString(file)).isNotEqualTo(before);
    }

    @Test
    void compilation_whenAReferenceLeadsToAnotherPackage_isAnError() {
        String one = "package a;\n@dev.ashlar.struct.Struct public record Node(int x) {}";
        String other = "package b;\n@dev.ashlar.struct.Struct public record Node(double x) {}";
        record(folder, one, other, Snippet.inPackage("@Struct record Holder(Ref<a.Node> node) {}"));
        assertThat(compile(one, other, Snippet.inPackage("@Struct record Holder(Ref<b.Node> node) {}"))
                        .onlyError()
                        .lines()
                        .skip(1))
                .containsExactly("- 0 8 node Ref<a.Node> I64", "+ 0 8 node Ref<b.Node> I64");
    }

    @Test
    void options_whenTheyMakeNoSense_areReportedOnce() {
        String other = Snippet.inPackage("@Struct record Other(int id) {}");
        assertThat(Compiled.withOptions(List.of("-Aashlar.recordLayouts=true"), PERSON, other)
                        .onlyError())
                .startsWith("[Ashlar:OptionValue] the option -Aashlar.recordLayouts=true")
                .endsWith("say where: -Aashlar.layouts=<folder>");
        assertThat(Compiled.withOptions(List.of("-Aashlar.layouts=" + folder.resolve("missing")), PERSON, other)
                        .onlyError())
                .contains("the folder " + folder.resolve("missing") + " is missing", "name one that is there");
        assertThat(Compiled.withOptions(List.of("-Aashlar.layouts=" + file()), PERSON, other)
                        .onlyError())
                .contains(folder.resolve("file") + " is not a folder");
        assertThat(Compiled.withOptions(
                                List.of("-Aashlar.layouts=" + folder, "-Aashlar.recordLayouts=yes"), PERSON, other)
                        .onlyError())
                .endsWith("use true or false");
    }

    @Test
    void compilation_whenAStructWasRenamed_warnsOfTheRecordingThatNobodyClaims() {
        record(folder, PERSON);
        Compiled renamed = compile(PERSON.replace("Person", "Human"));
        assertThat(renamed.warnings()).contains("LayoutUnclaimed@3");
        assertThat(renamed.compilation().warnings().getFirst().getMessage(null))
                .contains(folder.resolve("p.Person.layout").toString(), "struct p.Person ");
    }

    @Test
    void compilation_whenAStructWasDeleted_warnsWhetherLayoutsAreComparedOrRecorded() {
        record(folder, PERSON, NESTED);
        assertThat(compile(PERSON).warnings()).contains("LayoutUnclaimed@3");
        assertThat(Compiled.withOptions(options(folder), PERSON).warnings()).contains("LayoutUnclaimed@3");
        assertThat(folder.resolve("p.Outer.Inner.layout")).exists();
    }

    @Test
    void compilation_whenOtherStructsAreInClassFiles_claimsTheirRecordings() throws IOException {
        record(folder, PERSON, NESTED);
        Path classes = Compiled.of(NESTED).writeClasses(folder.resolve("classes"));
        Compiled incremental = Compiled.onClassPath(classes, List.of("-Aashlar.layouts=" + folder), PERSON);
        assertThat(incremental.warnings()).isEmpty();
        assertThat(incremental.errors()).isEmpty();
    }

    @Test
    void compilation_whenOtherFilesLieInTheFolder_passesThemBy() throws IOException {
        record(folder, PERSON);
        Files.writeString(folder.resolve("README.md"), "These are the layouts of p.\n");
        assertThat(compile(PERSON).warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Struct record Holder(Person person) {}",
                "@Struct record Holder(@Length(2) Person[] persons) {}",
                "@Struct record Holder(Ref<Person> person) {}",
                "@Struct record Holder(Between between) {}\n@Struct record Between(Person person) {}",
            })
    void recording_whenThatOfANestedStructIsDamaged_keepsItsHoldersFromBeingWritten(String holder) throws IOException {
        record(folder, PERSON);
        Files.write(folder.resolve("p.Person.layout"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        Compiled damaged = compile(PERSON, Snippet.inPackage(holder));
        assertThat(damaged.errors()).containsExactly("LayoutFile@3");
        assertThat(damaged.written()).isEmpty();
    }

    private Path file() {
        try {
            return Files.writeString(folder.resolve("file"), "no folder");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Compiled compile(String... sources) {
        return Compiled.withOptions(List.of("-Aashlar.layouts=" + folder), sources);
    }

    private static void record(Path folder, String... sources) {
        assertThat(Compiled.withOptions(options(folder), sources).errors()).isEmpty();
    }

    private static List<String> options(Path folder) {
        return List.of("-Aashlar.layouts=" + folder, "-Aashlar.recordLayouts=true");
    }
}
