package dev.ashlar.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/** Sources in files as one of the compilers of Java takes them, with the processor. */
final class JavaCompilerRun {
    /** The compilers. */
    enum Kind {
        JAVAC,
        ECJ;

        private JavaCompiler compiler() {
            return this == JAVAC ? ToolProvider.getSystemJavaCompiler() : new EclipseCompiler();
        }
    }

    private final Path folder;
    private final List<Diagnostic<? extends JavaFileObject>> diagnostics;

    private JavaCompilerRun(Path folder, List<Diagnostic<? extends JavaFileObject>> diagnostics) {
        this.folder = folder;
        this.diagnostics = diagnostics;
    }

    /**
     * Compiles {@code sources}, by their paths.
     *
     * @param folder where everything is made, of this compiler alone
     * @param libraries folders and jars of class files besides
     */
    static JavaCompilerRun of(Kind kind, Path folder, Map<String, String> sources, Path... libraries)
            throws IOException {
        return of(kind, List.of("--release", "25"), folder, sources, libraries);
    }

    /** With other options than {@code --release 25}. */
    static JavaCompilerRun of(
            Kind kind, List<String> options, Path folder, Map<String, String> sources, Path... libraries)
            throws IOException {
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = folder.resolve("src").resolve(source.getKey());
            Files.createDirectories(file.getParent());
            files.add(Files.writeString(file, source.getValue()));
        }
        Files.createDirectories(folder.resolve("classes"));
        Files.createDirectories(folder.resolve("written"));
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        JavaCompiler compiler = kind.compiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(diagnostics, Locale.ROOT, UTF_8)) {
            // ecj prints to the console besides where it is given no other place.
            JavaCompiler.CompilationTask task = compiler.getTask(
                    new StringWriter(),
                    manager,
                    diagnostics,
                    all(options, folder, libraries),
                    null,
                    manager.getJavaFileObjectsFromPaths(files));
            task.setProcessors(List.of(new StructProcessor()));
            task.call();
        }
        return new JavaCompilerRun(folder, diagnostics.getDiagnostics());
    }

    private static List<String> all(List<String> options, Path folder, Path... libraries) {
        String classPath = Stream.concat(
                        Compiled.CLASS_PATH.stream().map(Object::toString),
                        Stream.of(libraries).map(Path::toString))
                .collect(Collectors.joining(System.getProperty("path.separator")));
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of(
                "-cp",
                classPath,
                "-d",
                folder.resolve("classes").toString(),
                "-s",
                folder.resolve("written").toString()));
        return all;
    }

    /** The texts of all errors. */
    List<String> errors() {
        return diagnostics.stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
                .toList();
    }

    /** Where the class files lie. */
    Path classes() {
        return folder.resolve("classes");
    }

    /** What the processor wrote: texts by paths. */
    Map<String, String> written() throws IOException {
        Map<String, String> written = new TreeMap<>();
        Path root = folder.resolve("written");
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                written.put(root.relativize(file).toString(), Files.readString(file));
            }
        }
        return written;
    }
}
