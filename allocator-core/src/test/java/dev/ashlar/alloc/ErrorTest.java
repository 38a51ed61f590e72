package dev.ashlar.alloc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Real errors in JVMs of their own, interpreted and compiled: a sample of what {@code -Pfuzz} runs by the thousand. {@link
 * dev.ashlar.alloc.heap.ErrorInjectionTest} goes through the calls one by one.
 */
class ErrorTest {
    /** How many times as many errors as usual. */
    private static final int FACTOR = Integer.getInteger("dev.ashlar.errors.factor", 1);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "stack, 2, -Xint",
        "stack, 12, -XX:TieredStopAtLevel=1",
        "stack, 16, -XX:+TieredCompilation",
        "memory, 1, -Xint",
        "memory, 6, -XX:TieredStopAtLevel=1",
        "memory, 8, -XX:+TieredCompilation"
    })
    void heap_afterAnErrorThatTheProgramCaught_isWholeAndHasEverythingAcknowledged(
            String kind, int errors, String compiler) throws IOException, InterruptedException {
        long seed = Long.getLong("dev.ashlar.errors.seed", new Random().nextLong());
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                compiler,
                "-Xmx" + (kind.equals("memory") ? 10 : 256) + "m",
                "-XX:+UseSerialGC",
                "-cp",
                String.join(
                        File.pathSeparator,
                        System.getProperty("jdk.module.path", ""),
                        System.getProperty("java.class.path"),
                        root(ErrorProcess.class),
                        root(LinkedListAllocator.class),
                        root(Assertions.class)),
                ErrorProcess.class.getName(),
                kind,
                Integer.toString(errors * FACTOR),
                Long.toString(seed),
                folder.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as("-Ddev.ashlar.errors.seed=%d %s%n%s", seed, command, output)
                .isZero();
        assertThat(output).contains("errors=" + errors * FACTOR + " recoveries=");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 60, 130, 140, 200})
    void heap_whoseFirstOperationsRunOutOfStack_worksAfterwards(int frames) throws Exception {
        assertThat(ChildJvm.run(ColdOverflow.class, List.of("-XX:TieredStopAtLevel=1"), frames))
                .isEqualTo("whole");
    }

    private static String root(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation().getPath();
    }
}
