package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Unions, as the compiler sees them: what is written, noted and refused. */
class UnionTest {
    private static final String SHAPE = """
            @Struct
            public sealed interface Shape {
                @Struct @Code(1) record Circle(double radius) implements Shape {}

                sealed interface Cornered extends Shape {}

                @Struct @Code(2) record Rect(double width, float height) implements Cornered {}

                @Struct @Code(7) record Label(@Length(4) String text) implements Cornered, Shape {}
            }
            """;
    private static final String DRAWING =
            "@Struct public record Drawing(byte id, Shape first, @Length(2) Shape[] others) {}";

    @TempDir
    private Path folder;

    @Test
    void write_whenVariantIsNewerThanTheView_isRefused() throws Exception {
        String union = "@Struct public sealed interface Sound permits Beep%s {}";
        String beep = Snippet.inPackage("@Struct @Code(1) record Beep(int x) implements Sound {}");
        String boom = Snippet.inPackage("@Struct @Code(2) record Boom(int x) implements Sound {}");
        String track = Snippet.inPackage("@Struct record Track(int id, Sound sound) {}");
        String body = Snippet.body("""
                assertThatThrownBy(() -> TrackView.allocate(allocator)).isInstanceOf(StructLinkError.class)
                        .hasMessageContaining("compile p.Track anew, or p.Sound if that is the older one: struct=p.Track"
                                + " component=sound holds=p.Sound");
                SoundView sound = SoundView.allocate(allocator, new Beep(2));
                byte[] before = sound.memory().loadBytes();
                assertThatThrownBy(() -> sound.write(new Boom(3))).isInstanceOf(StructLinkError.class)
                        .hasMessage("a record is not a variant that the view of its union knows, compile p.Sound anew,"
                                + " or list the variant in its @Variants: union=p.Sound struct=p.Sound found=p.Boom");
                assertThat(sound.memory().loadBytes()).isEqualTo(before);
                """);
        Path old = Compiled.of(Snippet.inPackage(union.formatted("")), beep).writeClasses(folder.resolve("old"));
        Path classes = Compiled.of(Snippet.inPackage(union.formatted(", Boom")), beep, boom, track, body)
                .writeClasses(folder.resolve("new"));
        try (Stream<Path> views = Files.list(old.resolve("p"))) {
            for (Path view : views.filter(file -> file.getFileName().toString().startsWith("SoundView"))
                    .toList()) {
                Files.copy(view, classes.resolve("p").resolve(view.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            Snippet.run(loader);
        }
    }

    @Test
    void variant_whenNamedTag_leavesItsNameToTheVariant() {
        assertThat(Compiled.of(
                                "import dev.ashlar.struct.*;\n@Struct public sealed interface Node permits Tag, Text {}",
                                "@dev.ashlar.struct.Struct record Tag(int id) implements Node {}",
                                "@dev.ashlar.struct.Struct record Text(int id) implements Node {}")
                        .generatedSource("NodeView"))
                .contains("public enum Tag_ {");
    }

    @Test
    void union_whenVariantsHaveNoCodes_isNumberedInOrderWithANote() {
        Compiled compiled = Compiled.of(
                Snippet.inPackage("@Struct sealed interface U permits B, A {}"),
                Snippet.inPackage("@Struct record A(int x) implements U {}"),
                Snippet.inPackage("@Struct record B(int x) implements U {}"));
        assertThat(compiled.notes()).containsExactly("TagOrder@3");
        assertThat(compiled.generatedSource("p.UView"))
                .contains("int TAG_B = 0;", "int TAG_A = 1;", "EnumNumbers.of(Tag.values(), TAG_B, TAG_A)");
    }

    @Test
    void union_whenItHoldsItself_isAnError() {
        Compiled compiled = Compiled.of(
                Snippet.inPackage("@Struct sealed interface U permits A {}"),
                Snippet.inPackage("@Struct record A(int x,\n U u) implements U {}"));
        assertThat(compiled.errors()).hasSize(1).allMatch(error -> error.startsWith("RecursiveStruct@"));
        assertThat(compiled.written()).isEmpty();
    }

    @Test
    void union_whenVariantIsInError_onlyTheRootCauseIsReported() {
        Compiled compiled = Compiled.of(
                Snippet.inPackage("@Struct sealed interface U permits A {}"),
                Snippet.inPackage("@Struct record A(\n Object x) implements U {}"),
                Snippet.inPackage("@Struct record Holder(U u) {}"));
        assertThat(compiled.errors()).containsExactly("ComponentType@4");
        assertThat(compiled.written()).isEmpty();
    }

    @Test
    void union_whenFromClassFiles_isLaidOutAsThere() throws IOException {
        Path classes = Compiled.of(Snippet.inPackage(SHAPE).replace("package p;", "package q;"))
                .writeClasses(folder.resolve("classes"));
        List<File> classPath = new ArrayList<>(Compiled.CLASS_PATH);
        classPath.add(classes.toFile());
        Compilation compilation = Compiler.javac()
                .withProcessors(new StructProcessor())
                .withClasspath(classPath)
                .withOptions("-Xlint:all,-processing", "-Werror")
                .compile(Compiled.file(Snippet.inPackage("""
                        @Struct @LayoutCheck(size = 40)
                        public record Holder(int id, @Offset(8) q.Shape shape, Ref<q.Shape> other) {
                            static double radius(HolderView holder) {
                                return holder.shape().asCircle().radius() + holder.other().asCircle().radius();
                            }
                        }
                        """)));
        assertThat(compilation.errors()).isEmpty();
    }

    @Test
    void annotations_whenNoUnionReadsThem_areStray() {
        Compiled compiled = Compiled.of(
                Snippet.inPackage(
                        "class Outer {\n@Code(1) record A(int x) {}\n@Stored(StorageType.U8) interface I {}\n@Stored(StorageType.U8) @Struct record B(int x) {} }"));
        assertThat(compiled.warnings())
                .containsExactlyInAnyOrder("StrayAnnotation@4", "StrayAnnotation@5", "StrayAnnotation@6");
    }

    @Test
    void header_isStructEnumAndUnion() throws IOException {
        Compiled compiled = Compiled.withOptions(
                List.of("-Aashlar.headers=true"), Snippet.inPackage(SHAPE), Snippet.inPackage(DRAWING));
        assertThat(compiled.generatedResource("include/p/Shape.h")).contains("""
                #include "p/Shape_Circle.h"
                #include "p/Shape_Label.h"
                #include "p/Shape_Rect.h"

                enum Shape_Tag {
                    Shape_Tag_CIRCLE = 1,
                    Shape_Tag_RECT = 2,
                    Shape_Tag_LABEL = 7,
                };

                struct Shape {
                    int32_t tag; /* offset 0: Tag */
                    union { struct Shape_Circle circle; struct Shape_Rect rect; struct Shape_Label label; } value; /* offset 8: Circle | Rect | Label */
                };
                """);
        compiled.writeHeaders(folder);
        Path main = Files.writeString(folder.resolve("main.c"), """
                #include "p/Drawing.h"
                double f(struct Drawing *d) { return d->first.tag == Shape_Tag_RECT ? d->first.value.rect.height : 0; }
                _Static_assert(offsetof(struct Drawing, others[1].value.rect.height) == 72, "place in Java");
                """);
        CCompiler.orSkip(folder).compileStrictly(main, "-c", "-o", "main.o", "-I", "include");
    }

    @Test
    void recording_listsVariants() throws IOException {
        List<String> record = List.of("-Aashlar.layouts=" + folder, "-Aashlar.recordLayouts=true");
        assertThat(Compiled.withOptions(record, Snippet.inPackage(SHAPE)).errors())
                .isEmpty();
        assertThat(Files.readString(folder.resolve("p.Shape.layout"))).contains("""
                0 4 tag Tag I32
                8 16 value Circle | Rect | Label union
                variant p.Shape p.Shape.Circle 1
                8 8 value.Circle.radius double F64
                variant p.Shape p.Shape.Rect 2
                8 8 value.Rect.width double F64
                16 4 value.Rect.height float F32
                variant p.Shape p.Shape.Label 7
                8 4 value.Label.text String U8[4]
                """);
        Compiled changed = Compiled.withOptions(
                List.of("-Aashlar.layouts=" + folder), Snippet.inPackage(SHAPE.replace("@Code(7)", "@Code(8)")));
        assertThat(changed.errors()).containsExactly("LayoutChanged@4");
    }
}
