package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.memory.Memory;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Structs in a named module, which reads nothing but the library. */
class ModuleTest {
    @TempDir
    Path folder;

    @Test
    void struct_whenInANamedModule_compilesWithoutWarning() throws IOException {
        Path module = write("module-info.java", "module m { requires transitive dev.ashlar.core; exports p; }");
        Path struct = write("p/Person.java", """
                package p;
                @dev.ashlar.struct.Struct
                public record Person(int id, @dev.ashlar.struct.Length(8) String name) {}
                """);
        assertThat(compile("out", List.of(), module, struct)).isEmpty();
        assertThat(folder.resolve("out/p/PersonView.class")).exists();
    }

    @Test
    void structsFor_whenTheRecordLiesInAnotherModule_compilesWithoutWarning() throws IOException {
        Path library = write("lib/module-info.java", "module lib { exports lib; }");
        Path record = write("lib/lib/Point.java", "package lib;\npublic record Point(int x, int y) {}\n");
        assertThat(compile("modules/lib", List.of(), library, record)).isEmpty();
        Path module = write("m/module-info.java", "module m { requires lib; requires dev.ashlar.core; }");
        Path names = write("m/p/package-info.java", "@dev.ashlar.struct.StructsFor(lib.Point.class)\npackage p;\n");
        Path user = write("m/p/Line.java", """
                package p;
                @dev.ashlar.struct.Struct
                record Line(lib.Point start, lib.Point end) {}
                """);
        assertThat(compile("out", List.of(folder.resolve("modules")), module, names, user))
                .isEmpty();
        assertThat(folder.resolve("out/p/PointView.class")).exists();
        assertThat(folder.resolve("out/p/LineArray.class")).exists();
    }

    @Test
    void structsFor_whenTheCodecIsNotExported_areRefused() throws IOException {
        String exporting = "module lib { requires transitive dev.ashlar.core; exports lib; %s}";
        Path library = write("lib/module-info.java", exporting.formatted(""));
        Path record = write("lib/lib/Order.java", """
                package lib;
                @SuppressWarnings("exports")
                public record Order(@dev.ashlar.struct.StoredBy(lib.inner.Codec.class) Money price) {}
                """);
        Path money = write("lib/lib/Money.java", "package lib;\npublic record Money(long cents) {}\n");
        Path codec = write("lib/lib/inner/Codec.java", """
                package lib.inner;
                public interface Codec {
                    static long encode(lib.Money money) { return 0; }
                    static lib.Money decode(long cents) { return new lib.Money(cents); }
                }
                """);
        Path module = write("m/module-info.java", "module m { requires lib; requires dev.ashlar.core; }");
        Path names = write("m/p/package-info.java", "@dev.ashlar.struct.StructsFor(lib.Order.class)\npackage p;\n");
        assertThat(compile("modules/lib", List.of(), library, record, money, codec))
                .isEmpty();
        assertThat(compile("out", List.of(folder.resolve("modules")), module, names))
                .contains(
                        "[Ashlar:CodecHidden] component 'lib.Order.price' is stored by lib.inner.Codec, which its view cannot"
                                + " call, because 'lib.inner' is hidden from it;");
        Path exported = write("lib/module-info.java", exporting.formatted("exports lib.inner; "));
        assertThat(compile("modules/lib", List.of(), exported, record, money, codec))
                .isEmpty();
        assertThat(compile("out", List.of(folder.resolve("modules")), module, names))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void structs_whenInSeveralModulesAtOnce_compileWithTheirHeaders(boolean hasHeaders) throws IOException {
        Path first = write("src/a/module-info.java", "module a { requires transitive dev.ashlar.core; exports a.p; }");
        Path second = write("src/b/module-info.java", "module b { requires transitive a; exports b.p; }");
        Path point = write("src/a/a/p/Point.java", """
                package a.p;
                @dev.ashlar.struct.Struct
                public record Point(int x, int y) {}
                """);
        Path line = write("src/b/b/p/Line.java", """
                package b.p;
                @dev.ashlar.struct.Struct
                public record Line(a.p.Point start, a.p.Point end) {}
                """);
        List<String> options = List.of(
                "-Aashlar.headers=" + hasHeaders,
                "--module-source-path",
                folder.resolve("src").toString());
        assertThat(compile("out", List.of(), options, first, second, point, line))
                .isEmpty();
        assertThat(folder.resolve("out/b/b/p/LineView.class")).exists();
        assertThat(Files.exists(folder.resolve("out/a/include/a/p/Point.h"))).isEqualTo(hasHeaders);
        assertThat(Files.exists(folder.resolve("out/b/include/b/p/Line.h"))).isEqualTo(hasHeaders);
    }

    @Test
    void headers_whenInANamedModule_lieBesideTheClasses() throws IOException {
        Path module = write("module-info.java", "module m { requires transitive dev.ashlar.core; exports p; }");
        Path struct = write("p/Person.java", "package p;\n@dev.ashlar.struct.Struct public record Person(int id) {}\n");
        assertThat(compile("out", List.of(), List.of("-Aashlar.headers"), module, struct))
                .isEmpty();
        assertThat(folder.resolve("out/include/p/Person.h")).exists();
    }

    /** What the compiler says; nothing when all is well. */
    private String compile(String target, List<Path> modules, Path... sources) throws IOException {
        return compile(target, modules, List.of(), sources);
    }

    private String compile(String target, List<Path> modules, List<String> further, Path... sources)
            throws IOException {
        StringWriter output = new StringWriter();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        String path = Stream.concat(
                        modules.stream().map(Path::toString), Stream.of(home(Memory.class), home(NullMarked.class)))
                .collect(Collectors.joining(File.pathSeparator));
        List<String> options = new ArrayList<>(List.of("-Xlint:all,-processing", "-Werror", "--module-path", path));
        options.addAll(List.of("-d", folder.resolve(target).toString()));
        options.addAll(further);
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavaCompiler.CompilationTask task =
                    compiler.getTask(output, files, null, options, null, files.getJavaFileObjects(sources));
            task.setProcessors(List.of(new StructProcessor()));
            return task.call() ? output.toString() : "failed: " + output;
        }
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static String home(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation().getPath();
    }
}
