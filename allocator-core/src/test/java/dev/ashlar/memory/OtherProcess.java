package dev.ashlar.memory;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A second JVM that maps a file for writing: it says {@code mapped} or why it was refused, adds 1 to the I64 at address
 * 0, and waits until its input ends before it closes the memory. Or it says {@code ready} and maps and closes it until it is
 * killed.
 */
final class OtherProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private OtherProcess(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    static OtherProcess mapping(Path file) throws IOException {
        return start(file.toString());
    }

    static OtherProcess mappingAgainAndAgain(Path file, long maxPages) throws IOException {
        return start(file.toString(), Long.toString(maxPages));
    }

    /** As {@link #mapping}, where no file can be longer than some pages; or it ends at once where that cannot be had. */
    static OtherProcess mappingWithShortFiles(Path file) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "ulimit -f 1000 && exec \"$@\"", "sh"));
        command.addAll(command(file.toString()));
        return new OtherProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    private static OtherProcess start(String... arguments) throws IOException {
        return new OtherProcess(new ProcessBuilder(command(arguments))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    private static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                OtherProcess.class.getName()));
        command.addAll(List.of(arguments));
        return command;
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

    @SuppressWarnings({"SystemOut", "InfiniteLoopStatement"}) // this is how the process answers, and how it ends
    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 2) {
            System.out.println("ready");
            while (true) {
                LinearMemory.map(Path.of(arguments[0]), 1, Long.parseLong(arguments[1]))
                        .close();
            }
        }
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
