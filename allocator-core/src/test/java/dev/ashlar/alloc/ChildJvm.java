package dev.ashlar.alloc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.memory.LinearMemory;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A class with a main method that runs in a JVM of its own, with flags of its own. */
final class ChildJvm {
    private static final long MOST_MINUTES = 20;

    private ChildJvm() {}

    /** Runs a class to its end and returns what it printed; fails if it does not end, or ends with another code than 0. */
    static String run(Class<?> main, List<String> flags, Object... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+UseSerialGC");
        command.addAll(flags);
        command.addAll(
                List.of("-cp", root(LinearMemory.class) + File.pathSeparator + root(ChildJvm.class), main.getName()));
        Stream.of(arguments).map(Object::toString).forEach(command::add);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Thread killer = Thread.ofVirtual().start(() -> killWhenLate(process));
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            String printed = output.lines().collect(Collectors.joining("\n"));
            assertThat(process.waitFor()).as("%s%n%s", command, printed).isZero();
            return printed;
        } finally {
            killer.interrupt();
            process.destroyForcibly();
        }
    }

    private static void killWhenLate(Process process) {
        try {
            if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static String root(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
