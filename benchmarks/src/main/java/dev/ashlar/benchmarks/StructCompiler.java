package dev.ashlar.benchmarks;

import dev.ashlar.processor.StructProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The compiler of this JVM over folders of sources. */
public final class StructCompiler {
    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final Path output;
    private final Path[] sources;
    private final @Nullable Path views;

    /** Compiles {@code sources} into {@code output}, without the processor. */
    public StructCompiler(Path output, Path... sources) {
        this(output, sources, null);
    }

    private StructCompiler(Path output, Path[] sources, @Nullable Path views) {
        this.output = output;
        this.sources = sources;
        this.views = views;
    }

    /** The same with the processor, which writes its sources to {@code views}. */
    public StructCompiler withProcessor(Path views) {
        return new StructCompiler(output, sources, views);
    }

    /** Compiles all sources. */
    public void compile() throws IOException {
        Files.createDirectories(output);
        List<String> options =
                new ArrayList<>(List.of("-d", output.toString(), "-classpath", System.getProperty("java.class.path")));
        options.addAll(views == null ? List.of("-proc:none") : List.of("-s", views.toString()));
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavaCompiler.CompilationTask task = compiler.getTask(
                    null, files, null, options, null, files.getJavaFileObjectsFromPaths(sourceFiles()));
            if (views != null) {
                task.setProcessors(List.of(new StructProcessor()));
            }
            if (!task.call()) {
                throw new IllegalStateException("the structs do not compile: sources=" + List.of(sources));
            }
        }
    }

    private List<Path> sourceFiles() throws IOException {
        List<Path> all = new ArrayList<>();
        for (Path folder : sources) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(all::add);
            }
        }
        return all;
    }
}
