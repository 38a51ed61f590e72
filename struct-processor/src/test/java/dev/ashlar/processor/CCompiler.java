package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** The C compiler of this machine. */
final class CCompiler {
    private static final String COMMAND = "gcc";

    private final Path folder;

    private CCompiler(Path folder) {
        this.folder = folder;
    }

    /** Skips the test, and prints why, where there is none. {@code folder} is for what it reads and writes. */
    static CCompiler orSkip(Path folder) {
        CCompiler compiler = new CCompiler(folder);
        try {
            compiler.run(List.of(COMMAND, "--version"));
        } catch (IOException missing) {
            System.out.println("skipped, because there is no C compiler: " + missing.getMessage());
            Assumptions.abort("no C compiler");
        }
        return compiler;
    }

    /** Returns whether C++ is compiled too; if not, prints why. */
    boolean hasCPlusPlus() throws IOException {
        try {
            run(List.of("g++", "--version"));
            return true;
        } catch (IOException missing) {
            System.out.println("not compiled as C++, because there is no compiler: " + missing.getMessage());
            return false;
        }
    }

    /** Compiles as C11 with all warnings as errors, and asserts that there are none. */
    void compileStrictly(Path source, String... options) throws IOException {
        List<String> strict = new ArrayList<>(List.of("-std=c11", "-Wall", "-Wextra", "-Werror"));
        strict.addAll(List.of(options));
        compile(source, strict.toArray(String[]::new));
    }

    /**
     * Compiles, and asserts that the compiler says nothing. Its remarks on what was different in GCC 4.3 are off, and on what
     * {@code #pragma pack} is for: members that are not aligned.
     */
    void compile(Path source, String... options) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(COMMAND, "-Wno-packed-bitfield-compat", "-Wno-packed-not-aligned"));
        command.addAll(List.of(options));
        command.add(source.toString());
        assertThat(run(command)).as("what %s says", command).isEmpty();
    }

    /** Runs a command; returns what it prints, and asserts that it succeeds. */
    String run(List<String> command) throws IOException {
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            int exit = process.waitFor();
            String text = Files.readString(output);
            assertThat(exit).as("exit of %s: %s", command, text).isZero();
            return text;
        } catch (InterruptedException interrupted) {
            process.destroy();
            throw new IOException("interrupted", interrupted);
        }
    }
}
