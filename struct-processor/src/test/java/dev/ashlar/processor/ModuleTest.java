package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.memory.Memory;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        StringWriter output = new StringWriter();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavaCompiler.CompilationTask task = compiler.getTask(
                    output,
                    files,
                    null,
                    List.of(
                            "-Xlint:all,-processing",
                            "-Werror",
                            "--module-path",
                            home(Memory.class) + java.io.File.pathSeparator + home(NullMarked.class),
                            "-d",
                            folder.resolve("out").toString()),
                    null,
                    files.getJavaFileObjects(module, struct));
            task.setProcessors(List.of(new StructProcessor()));
            assertThat(task.call()).as(output.toString()).isTrue();
        }
        assertThat(output.toString()).isEmpty();
        assertThat(folder.resolve("out/p/PersonView.class")).exists();
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
