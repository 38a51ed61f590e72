package dev.ashlar.memory;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A second JVM that maps a file for writing: it says {@code mapped} or why it was refused, adds 1 to the I64 at address
 * 0, and waits until its input ends before it closes the memory.
 */
final class OtherProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private OtherProcess(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    static OtherProcess mapping(Path file) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath(),
                        OtherProcess.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new OtherProcess(process);
    }

    /** What it said first. */
    String answer() throws IOException {
        return Objects.requireNonNullElse(output.readLine(), "the other process ended");
    }

    /** Ends it without giving it a chance to close anything. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() throws IOException {
        process.outputWriter(StandardCharsets.UTF_8).close();
        process.onExit().join();
    }

    /** The classes of the library and of its tests, for a JVM that is started by one of these. */
    static String classPath() {
        return root(LinearMemory.class) + File.pathSeparator + root(OtherProcess.class);
    }

    private static Path root(Class<?> type) {
        String name = "/" + type.getName().replace('.', '/') + ".class";
        URL url = Objects.requireNonNull(type.getResource(name));
        try {
            Path path = Path.of(url.toURI());
            for (int i = 0; i < Path.of(name).getNameCount(); i++) {
                path = Objects.requireNonNull(path.getParent());
            }
            return path;
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @SuppressWarnings("SystemOut") // this is how the process answers
    public static void main(String[] arguments) throws IOException {
        try (LinearMemory memory = LinearMemory.map(Path.of(arguments[0]), 1, 16)) {
            memory.storeI64(0, memory.loadI64(0) + 1);
            System.out.println("mapped");
            while (System.in.read() >= 0) {
                // The other end closes its side when it has seen enough.
            }
        } catch (IOException refused) {
            System.out.println(refused.getMessage());
        }
    }
}
