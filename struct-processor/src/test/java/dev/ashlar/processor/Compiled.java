package dev.ashlar.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.ashlar.memory.Memory;
import dev.ashlar.processor.output.OutputFile;
import dev.ashlar.processor.write.StructWriter;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import kotlin.Metadata;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.NullMarked;

/** Sources as a user's compiler takes them: with the processor, every warning on, and warnings as errors. */
final class Compiled {
    static final List<File> CLASS_PATH = List.of(
            home(Memory.class), home(NullMarked.class), home(Assertions.class), home(Metadata.class), testHome());

    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
    private static final Pattern TYPE =
            Pattern.compile("(?m)^(?:[^\\n/*]*?\\b)?(?:class|record|interface|enum) (\\S+?)\\b");
    private static final Pattern TAG = Pattern.compile("^\\[Ashlar:(\\w+)] ");

    private final Compilation compilation;
    private final List<String> written;
    private final List<File> besides;

    private Compiled(Compilation compilation, List<String> written) {
        this(compilation, written, List.of());
    }

    private Compiled(Compilation compilation, List<String> written, List<File> besides) {
        this.compilation = compilation;
        this.written = written;
        this.besides = besides;
    }

    static Compiled of(String... sources) {
        return withOptions(List.of(), sources);
    }

    /** A source file of a name that its source does not tell. */
    static Compiled ofFile(String name, String source) {
        List<String> written = new ArrayList<>();
        JavaFileObject file = JavaFileObjects.forSourceString(name, source);
        return new Compiled(compile(List.of(watched(written)), List.of(), List.of(), List.of(file)), written);
    }

    /** With options of the processor, or others, besides. */
    static Compiled withOptions(List<String> options, String... sources) {
        List<String> written = new ArrayList<>();
        return new Compiled(compile(List.of(watched(written)), options, sources), written);
    }

    /** With a folder of class files besides. */
    static Compiled onClassPath(Path folder, String... sources) {
        return onClassPath(List.of(folder), sources);
    }

    /** With folders of class files besides. */
    static Compiled onClassPath(List<Path> folders, String... sources) {
        return onClassPath(folders, List.of(), sources);
    }

    /** With a folder of class files, and options, besides. */
    static Compiled onClassPath(Path folder, List<String> options, String... sources) {
        return onClassPath(List.of(folder), options, sources);
    }

    private static Compiled onClassPath(List<Path> folders, List<String> options, String... sources) {
        List<String> written = new ArrayList<>();
        List<File> besides = folders.stream().map(Path::toFile).toList();
        return new Compiled(compile(List.of(watched(written)), options, besides, sources), written, besides);
    }

    private static StructProcessor watched(List<String> written) {
        return new StructProcessor((struct, layouts) -> {
            List<OutputFile> files = StructWriter.write(struct, layouts);
            files.forEach(file -> written.add(file.name()));
            return files;
        });
    }

    /** With other processors, which are not watched. */
    static Compiled with(List<? extends Processor> processors, String... sources) {
        return new Compiled(compile(processors, List.of(), sources), List.of());
    }

    /** With other processors, which are not watched, and options. */
    static Compiled withOptions(List<? extends Processor> processors, List<String> options, String... sources) {
        return new Compiled(compile(processors, options, sources), List.of());
    }

    private static Compilation compile(List<? extends Processor> processors, List<String> options, String... sources) {
        return compile(processors, options, List.of(), sources);
    }

    private static Compilation compile(
            List<? extends Processor> processors, List<String> options, List<File> besides, String... sources) {
        return compile(
                processors,
                options,
                besides,
                Arrays.stream(sources).map(Compiled::file).toList());
    }

    private static Compilation compile(
            List<? extends Processor> processors,
            List<String> options,
            List<File> besides,
            List<JavaFileObject> sources) {
        List<File> classPath = new ArrayList<>(CLASS_PATH);
        classPath.addAll(besides);
        List<String> all = new ArrayList<>(List.of("-Xlint:all,-processing", "-Werror"));
        all.addAll(options);
        return Compiler.javac()
                .withProcessors(processors)
                .withClasspath(classPath)
                .withOptions(all)
                .compile(sources);
    }

    /** A source file; named after the first type in it. */
    static JavaFileObject file(String source) {
        Matcher owner = PACKAGE.matcher(source);
        Matcher type = TYPE.matcher(source);
        if (source.startsWith("@") && source.endsWith(";") && owner.find()) {
            return JavaFileObjects.forSourceString(owner.group(1) + ".package-info", source);
        }
        if (!type.find()) {
            throw new IllegalArgumentException("no type in " + source);
        }
        String name = owner.find() ? owner.group(1) + "." + type.group(1) : type.group(1);
        return JavaFileObjects.forSourceString(name, source);
    }

    Compilation compilation() {
        return compilation;
    }

    /** All errors, as {@code Tag@line}, in the order of lines; without a tag where they are the compiler's own. */
    List<String> errors() {
        return compilation.errors().stream()
                .sorted((a, b) -> Long.compare(a.getLineNumber(), b.getLineNumber()))
                .map(error -> tag(error) + "@" + error.getLineNumber())
                .toList();
    }

    /** The text of the only error. */
    String onlyError() {
        Assertions.assertThat(compilation.errors()).hasSize(1);
        return text(compilation.errors().getFirst());
    }

    /** The names of the classes that were written; compile-testing does not tell after errors. */
    List<String> written() {
        return written;
    }

    /** All warnings, as {@code Tag@line}; the last of them is the compiler's, that warnings are errors. */
    List<String> warnings() {
        return compilation.warnings().stream()
                .map(warning -> tag(warning) + "@" + warning.getLineNumber())
                .toList();
    }

    /** All notes of the processor, as {@code Tag@line}. */
    List<String> notes() {
        return compilation.notes().stream()
                .map(note -> tag(note) + "@" + note.getLineNumber())
                .filter(note -> !note.startsWith("javac"))
                .toList();
    }

    /** A file that is no class, by its path under the output of the compiler. */
    String generatedResource(String path) {
        try {
            return compilation
                    .generatedFile(StandardLocation.CLASS_OUTPUT, path)
                    .orElseThrow(() -> new AssertionError(path + " was not written: " + compilation.diagnostics()))
                    .getCharContent(false)
                    .toString();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Writes all C headers into {@code folder}, each at its path: {@code include/p/Person.h}. */
    void writeHeaders(Path folder) throws IOException {
        for (JavaFileObject file : compilation.generatedFiles()) {
            if (file.getName().endsWith(".h")) {
                String path = file.getName().replaceFirst("^/?CLASS_OUTPUT/", "");
                Path target = folder.resolve(path);
                Files.createDirectories(target.getParent());
                Files.writeString(target, file.getCharContent(false));
            }
        }
    }

    String generatedSource(String qualifiedName) {
        try {
            return compilation
                    .generatedSourceFile(qualifiedName)
                    .orElseThrow(
                            () -> new AssertionError(qualifiedName + " was not written: " + compilation.diagnostics()))
                    .getCharContent(false)
                    .toString();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A loader of all the classes; there must be no diagnostics at all. */
    ClassLoader loader() {
        Assertions.assertThat(compilation.diagnostics())
                .filteredOn(diagnostic -> diagnostic.getKind() != Diagnostic.Kind.NOTE)
                .isEmpty();
        return new CompiledLoader(compilation, besides);
    }

    /** Writes all the class files into {@code folder}; returns it. */
    Path writeClasses(Path folder) throws IOException {
        for (JavaFileObject file : compilation.generatedFiles()) {
            if (file.getKind() == JavaFileObject.Kind.CLASS) {
                Path target = folder.resolve(file.getName().replaceFirst("^/?CLASS_OUTPUT/", ""));
                Files.createDirectories(target.getParent());
                try (var input = file.openInputStream()) {
                    Files.copy(input, target);
                }
            }
        }
        return folder;
    }

    static List<String> generatedBytes(Compiled compiled) {
        List<String> all = new ArrayList<>();
        for (JavaFileObject file : compiled.compilation.generatedSourceFiles()) {
            try (var input = file.openInputStream()) {
                all.add(file.getName() + "\n" + new String(input.readAllBytes(), UTF_8));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return all;
    }

    private static String tag(Diagnostic<?> error) {
        Matcher tag = TAG.matcher(text(error));
        return tag.find() ? tag.group(1) : "javac";
    }

    private static String text(Diagnostic<?> error) {
        // javac indents every line of a message but the first.
        String[] text = error.getMessage(null).split("\n", 2);
        return text.length == 1 ? text[0] : text[0] + "\n" + text[1].stripIndent();
    }

    private static File testHome() {
        return home(Compiled.class);
    }

    private static File home(Class<?> type) {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }
}
