package dev.ashlar.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ashlar.memory.Memory;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jetbrains.kotlin.cli.common.ExitCode;
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler;
import org.jspecify.annotations.NullMarked;

/**
 * Kotlin sources as a build takes them: kapt runs the processor on stubs, the compiler of Kotlin sees what was written,
 * and javac compiles that. It takes seconds to start, so tests share what one run makes of many sources.
 */
final class KotlinCompiler {
    private static final String KAPT = "plugin:org.jetbrains.kotlin.kapt3:";

    private final Path folder;
    private final List<Path> classPath = new ArrayList<>();

    /**
     * @param folder where everything is made
     * @param libraries folders of class files besides
     */
    KotlinCompiler(Path folder, Path... libraries) throws IOException {
        this.folder = folder;
        Files.createDirectories(classes());
        classPath.addAll(List.of(libraries));
        for (Class<?> type : List.of(Memory.class, NullMarked.class, kotlin.Metadata.class, Snippet.class)) {
            classPath.add(home(type));
        }
        classPath.add(home(org.assertj.core.api.Assertions.class));
    }

    /** What the processor wrote. */
    Path written() {
        return folder.resolve("written");
    }

    /** The class files, of both compilers. */
    Path classes() {
        return folder.resolve("classes");
    }

    /** Runs the processor; returns what the compiler says. */
    String process(Path... sources) {
        List<String> arguments =
                new ArrayList<>(List.of("-Xplugin=" + home(org.jetbrains.kotlin.kapt.cli.KaptCliOption.class)));
        option(arguments, "aptMode=stubsAndApt");
        option(arguments, "mapDiagnosticLocations=true");
        option(arguments, "sources=" + written());
        option(arguments, "classes=" + folder.resolve("kapt"));
        option(arguments, "stubs=" + folder.resolve("stubs"));
        for (Class<?> type :
                List.of(StructProcessor.class, Memory.class, NullMarked.class, com.palantir.javapoet.JavaFile.class)) {
            option(arguments, "apclasspath=" + home(type));
        }
        arguments.addAll(Stream.of(sources).map(Path::toString).toList());
        return run(arguments, false);
    }

    /** Compiles the sources with what was written for them; returns what the compiler says, nothing when all is well. */
    String compile(Path... sources) {
        List<String> arguments =
                new ArrayList<>(Stream.of(sources).map(Path::toString).toList());
        if (Files.exists(written())) {
            arguments.add(written().toString());
        }
        return run(arguments, true);
    }

    /** Compiles what was written, under every warning. */
    String compileWritten() throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        List<String> arguments = new ArrayList<>(List.of(
                "-Xlint:all,-processing",
                "-Werror",
                "-proc:none",
                "-d",
                classes().toString(),
                "-cp",
                classPath()));
        try (Stream<Path> files = Files.walk(written())) {
            files.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(arguments::add);
        }
        ToolProvider.getSystemJavaCompiler().run(null, output, output, arguments.toArray(String[]::new));
        return output.toString(UTF_8);
    }

    private String run(List<String> besides, boolean strict) {
        List<String> arguments = new ArrayList<>(List.of(
                "-no-stdlib",
                "-no-reflect",
                "-jvm-target",
                "25",
                "-d",
                classes().toString(),
                "-cp",
                classPath()));
        if (strict) {
            arguments.add("-Werror");
        }
        arguments.addAll(besides);
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ExitCode exit =
                new K2JVMCompiler().exec(new PrintStream(output, true, UTF_8), arguments.toArray(String[]::new));
        String text = output.toString(UTF_8);
        return exit == ExitCode.INTERNAL_ERROR ? "internal error: " + text : text;
    }

    private String classPath() {
        return Stream.concat(Stream.of(classes()), classPath.stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static void option(List<String> arguments, String option) {
        arguments.add("-P");
        arguments.add(KAPT + option);
    }

    private static Path home(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }
}
