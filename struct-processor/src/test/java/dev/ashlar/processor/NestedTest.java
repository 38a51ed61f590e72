package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Structs inside structs, as the compiler sees them. */
class NestedTest {
    @Test
    void nested_whenInAnotherPackage_isReached() {
        String point = "package q;\nimport dev.ashlar.struct.*;\n@Struct public record Point(int x) {}";
        String body = """
                package p;
                import dev.ashlar.struct.*;
                @Struct public record Line(q.Point start, @Length(2) q.Point[] rest) {
                    static int test(LineView line) { return line.start().x(1).x() + line.rest(1).x() + (int) line.rest().size(); }
                }
                """;
        assertThat(Compiled.of(body, point).errors()).isEmpty();
    }

    @Test
    void nested_whenTypesAreCyclic_isOneErrorAtAComponent() {
        Compiled compiled = Compiled.of(
                Snippet.inPackage("@Struct record A(\n int x,\n B b) {}"),
                Snippet.inPackage("@Struct record B(\n int x,\n int y,\n A a) {}"),
                Snippet.inPackage("@Struct record C(\n A a) {}"));
        assertThat(compiled.onlyError())
                .startsWith("[Ashlar:RecursiveStruct] component 'p.B.a' holds struct p.A, which would then hold itself:"
                        + " p.A -> p.B -> p.A");
        assertThat(compiled.errors()).containsExactly("RecursiveStruct@6");
    }

    @Test
    void nested_whenInnerIsInError_onlyTheRootCauseIsReported() {
        Compiled compiled = Compiled.of(
                Snippet.inPackage("@Struct record Outer(Inner inner, @Length(3) Inner[] more) {}"),
                Snippet.inPackage("@Struct record Deeper(Outer outer) {}"),
                Snippet.inPackage("@LayoutCheck(size = 1)\n@Struct record Inner(int x) {}"));
        assertThat(compiled.errors()).containsExactly("LayoutSize@4");
        assertThat(compiled.written()).isEmpty();
    }

    @Test
    void nested_whenManyTimesOver_isLaidOutOnce() {
        List<String> sources = new ArrayList<>(List.of(Snippet.inPackage("@Struct record S0(byte x) {}")));
        for (int depth = 1; depth <= 26; depth++) {
            int inner = depth - 1;
            sources.add(Snippet.inPackage("@Struct record S" + depth + "(S" + inner + " a, S" + inner + " b) {}"));
        }
        assertThat(Compiled.of(sources.toArray(String[]::new)).errors()).isEmpty();
    }

    @Test
    void nested_whenFromClassFiles_isLaidOutAsThere(@TempDir Path classes) throws IOException {
        Compilation first = Compiler.javac()
                .withProcessors(new StructProcessor())
                .withClasspath(Compiled.CLASS_PATH)
                .compile(Compiled.file("""
                                package q;
                                import dev.ashlar.struct.*;
                                @Struct(packed = true, order = StructOrder.BIG_ENDIAN)
                                public record Head(byte a, @Stored(StorageType.U32) long b, @Align(4) int c,
                                        @Length(5) String d, @Length(2) Kind[] e, @Bits(3) int f) {}
                                """), Compiled.file("""
                                package q;
                                import dev.ashlar.struct.*;
                                public enum Kind { @Code(4) X, @Code(9) Y }
                                """));
        assertThat(first.status()).isEqualTo(Compilation.Status.SUCCESS);
        for (JavaFileObject file : first.generatedFiles()) {
            if (file.getKind() == JavaFileObject.Kind.CLASS) {
                Path target = classes.resolve(file.getName().replaceFirst("^/?CLASS_OUTPUT/", ""));
                Files.createDirectories(target.getParent());
                try (var input = file.openInputStream()) {
                    Files.write(target, input.readAllBytes());
                }
            }
        }
        List<File> classPath = new ArrayList<>(Compiled.CLASS_PATH);
        classPath.add(classes.toFile());
        Compilation second = Compiler.javac()
                .withProcessors(new StructProcessor())
                .withClasspath(classPath)
                .withOptions("-Xlint:all,-processing", "-Werror")
                .compile(Compiled.file("""
                        package p;
                        import dev.ashlar.struct.*;
                        @LayoutCheck(size = 27, alignment = 1)
                        @Struct(packed = true) public record Outer(byte first, @Offset(1) q.Head head, q.Kind kind, byte last) {}
                        """));

        assertThat(second.errors()).hasSize(1);
        assertThat(second.errors().getFirst().getMessage(null))
                .contains("has 34")
                .contains("28  head");
    }
}
