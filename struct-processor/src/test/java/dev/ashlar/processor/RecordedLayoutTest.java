package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Layouts that are recorded once and compared from then on. */
class RecordedLayoutTest {
    private static final String PERSON = Snippet.inPackage("@Struct record Person(int id, double height, int age) {}");

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
    void compilation_whenNothingChanged_isSilent() throws IOException {
        String nested = Snippet.inPackage("class Outer { @Struct record Inner(@Length(7) String name) {} }");
        record(folder, PERSON, nested);
        assertThat(folder.resolve("p.Outer.Inner.layout")).exists();
        assertThat(compile(PERSON, nested).written()).hasSize(4);
        Path file = folder.resolve("p.Person.layout");
        Files.writeString(file, Files.readString(file).replace("\n", "\r\n") + "\n# mine\n");
        assertThat(compile(PERSON).written()).hasSize(2);
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

    @Test
    void options_whenTheyMakeNoSense_areReportedOnce() {
        String other = Snippet.inPackage("@Struct record Other(int id) {}");
        assertThat(Compiled.withOptions(List.of("-Aashlar.recordLayouts=true"), PERSON, other)
                        .onlyError())
                .startsWith("[Ashlar:OptionValue] the option -Aashlar.recordLayouts=true")
                .endsWith("say where: -Aashlar.layouts=<folder>");
        assertThat(Compiled.withOptions(List.of("-Aashlar.layouts=" + folder.resolve("missing")), PERSON, other)
                        .onlyError())
                .contains("name a folder that is there");
        assertThat(Compiled.withOptions(
                                List.of("-Aashlar.layouts=" + folder, "-Aashlar.recordLayouts=yes"), PERSON, other)
                        .onlyError())
                .endsWith("use true or false");
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
