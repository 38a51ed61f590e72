package dev.ashlar.errors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real errors in the middle of operations, in processes that interpret and that compile. */
class RealErrorsTest {
    /** The fuzz profile asks for more. */
    private static final int ROUNDS = Integer.getInteger("dev.ashlar.errors.rounds", 1);

    private static final int FRAMES = Integer.getInteger("dev.ashlar.errors.frames", 9);
    private static final int ONE_IN = Integer.getInteger("dev.ashlar.errors.oneIn", 20);

    /** Of its own: filling the Java heap takes a tenth of a second each time. */
    private static final int SHORTAGES_ONE_IN = Integer.getInteger("dev.ashlar.shortages.oneIn", 60);

    private static final long SEED = Long.getLong("dev.ashlar.errors.seed", System.nanoTime());

    @ParameterizedTest
    @ValueSource(strings = {"-Xint", "-XX:TieredStopAtLevel=1", "-XX:-TieredCompilation"})
    void operation_whenTheStackEndsInTheMiddle_happensOrDoesNot(String compiler) throws Exception {
        // 60 to 500, as the seed and the compiler have it; with hardly any, this test would show nothing.
        assertThat(errors("stack", ONE_IN, compiler, "-Xmx64m")).isGreaterThan(30);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Xint", "-XX:-TieredCompilation"})
    void operation_whenTheJavaHeapEndsInTheMiddle_happensOrDoesNot(String compiler) throws Exception {
        assertThat(errors("memory", SHORTAGES_ONE_IN, compiler, "-Xmx9m", "-XX:-UseTLAB"))
                .isPositive();
    }

    /** Runs the scenarios in a process with such errors, and returns how many there were. */
    private static int errors(String kind, int oneIn, String... flags) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(flags));
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-cp",
                classPath(),
                RealErrorsRun.class.getName(),
                kind,
                Long.toString(SEED),
                Integer.toString(ROUNDS),
                Integer.toString(FRAMES),
                Integer.toString(oneIn)));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            List<String> lines = output.readAllLines();
            assertThat(lines).as("seed %d", SEED).startsWith("whole");
            return Integer.parseInt(lines.getLast().replace("done errors=", ""));
        }
    }

    private static String classPath() {
        return Stream.of(dev.ashlar.memory.Memory.class, RealErrorsRun.class, Assertions.class)
                .map(RealErrorsTest::rootOf)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String rootOf(Class<?> type) {
        try {
            String resource = "/" + type.getName().replace('.', '/') + ".class";
            String url = String.valueOf(type.getResource(resource));
            return url.startsWith("jar:")
                    ? Path.of(new java.net.URI(url.substring("jar:".length(), url.indexOf('!'))))
                            .toString()
                    : Path.of(new java.net.URI(url.substring(0, url.length() - resource.length())))
                            .toString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
