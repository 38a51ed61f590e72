package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Structs that name what is not written yet. */
class RoundsTest {
    @Test
    void struct_whenLengthIsGenerated_waitsForIt() {
        Compiled compiled = Compiled.with(
                List.of(
                        new StructProcessor(),
                        new Generator("p.Sizes", "package p; interface Sizes { int NAME = 12; }")),
                Snippet.inPackage(
                        "@Struct @LayoutCheck(size = Sizes.NAME) record City(@Length(Sizes.NAME) String name) {}"));
        assertThat(compiled.loader()).isNotNull();
        assertThat(compiled.generatedSource("p.CityView")).contains("BYTE_SIZE = 12;");
    }

    @Test
    void struct_whenTypeIsGenerated_isJudgedByWhatItIs() {
        Compiled compiled = Compiled.with(
                List.of(new StructProcessor(), new Generator("p.Later", "package p; class Later {}")),
                Snippet.inPackage("@Struct record City(Later later) {}"));
        assertThat(compiled.errors()).containsExactly("ComponentType@3");
    }

    @Test
    void struct_whenNestedStructIsGenerated_waitsForIt() {
        String later = "package p; @dev.ashlar.struct.Struct record Later(long x, Extra extra) {}";
        String extra = "package p; @dev.ashlar.struct.Struct record Extra(short y) {}";
        Compiled compiled = Compiled.with(
                List.of(new StructProcessor(), new Generator("p.Later", later), new Generator("p.Extra", extra)),
                Snippet.inPackage("@Struct @LayoutCheck(size = 40) record Outer(int id, @Length(2) Later[] all) {}"),
                Snippet.inPackage("@Struct @LayoutCheck(size = 48) record Outermost(byte id, Outer outer) {}"));
        assertThat(compiled.loader()).isNotNull();
        assertThat(compiled.generatedSource("p.OuterView")).contains("public LaterView all(long index) {");
        assertThat(compiled.generatedSource("p.OutermostView")).contains("public OuterView outer() {");
    }

    /** Maven puts what was generated the last time on the source path. */
    @Test
    void struct_whenNestedStructIsGeneratedAnew_waitsForIt(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("p"));
        String before = "package p; @dev.ashlar.struct.Struct record Later(int x) {}";
        Files.writeString(folder.resolve("p/Later.java"), before);
        String later = "package p; @dev.ashlar.struct.Struct record Later(long x, long y) {}";
        Compiled compiled = Compiled.withOptions(
                List.of(new StructProcessor(), new Generator("p.Later", later)),
                List.of("-sourcepath", folder.toString(), "-implicit:none"),
                Snippet.inPackage("@Struct record Outer(Later later) {}"));
        assertThat(compiled.errors()).isEmpty();
        assertThat(compiled.generatedSource("p.OuterView")).contains("BYTE_SIZE = 16;");
    }

    @Test
    void struct_whenNestedOneNamesWhatComesInALaterRound_waitsAsLong() {
        Compiled compiled = Compiled.with(
                List.of(
                        new StructProcessor(),
                        new Generator("p.Later", "package p; @dev.ashlar.struct.Struct record Later(Latest x) {}"),
                        new Generator("p.Latest", "package p; enum Latest { ONE }", 2)),
                Snippet.inPackage("@Struct @LayoutCheck(size = 8) record Outer(int id, Later later) {}"));
        assertThat(compiled.loader()).isNotNull();
        assertThat(compiled.generatedSource("p.OuterView")).contains("BYTE_SIZE = 8;");
    }

    @Test
    void struct_whenTypeNeverComes_isReportedBesideTheCompilersError() {
        Compiled compiled =
                Compiled.of(Snippet.inPackage("@Struct record City(\n    Missing a,\n    Number b,\n    int c) {}"));
        assertThat(compiled.errors()).containsExactlyInAnyOrder("javac@4", "UnresolvedType@4", "ComponentType@5");
        assertThat(compiled.written()).isEmpty();
    }

    @Test
    void struct_whenOtherMembersNameItsView_isNotHeldUp() {
        String source = """
                @Struct record City(int id) {
                    static CityView first(CityArray cities) {
                        return cities.get(0);
                    }
                }
                """;
        assertThat(Compiled.of(Snippet.inPackage(source)).loader()).isNotNull();
    }

    @Test
    void structsFor_whenItNamesWhatIsGenerated_waitsForIt() {
        Compiled compiled = Compiled.with(
                List.of(new StructProcessor(), new Generator("q.Late", "package q; public record Late(int id) {}")),
                Snippet.inPackage("@StructsFor(q.Late.class) class Holder {}"),
                Snippet.inPackage("@Struct record City(q.Late late) {}"));
        assertThat(compiled.loader()).isNotNull();
        assertThat(compiled.generatedSource("p.LateView")).contains("BYTE_SIZE = 4;");
        assertThat(compiled.generatedSource("p.CityView")).contains("public LateView late() {");
    }

    /** Another processor, which writes one class in one round, the first unless another is named. */
    static final class Generator extends AbstractProcessor {
        private final String name;
        private final String source;
        private int roundsLeft;

        Generator(String name, String source) {
            this(name, source, 1);
        }

        Generator(String name, String source, int round) {
            this.name = name;
            this.source = source;
            this.roundsLeft = round;
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (--roundsLeft == 0) {
                try (Writer writer =
                        processingEnv.getFiler().createSourceFile(name).openWriter()) {
                    writer.write(source);
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            }
            return false;
        }
    }
}
