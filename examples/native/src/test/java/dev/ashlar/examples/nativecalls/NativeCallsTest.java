package dev.ashlar.examples.nativecalls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs the program as its user does, in a JVM of its own. */
class NativeCallsTest {
    @TempDir
    private Path directory;

    @Test
    void nativeCalls_withoutArguments_agreeWithJava() throws Exception {
        Run run = run();
        assertThat(run.err).isEmpty();
        assertThat(run.exit).isZero();
        assertThat(run.out.lines())
                .hasSize(5)
                .anyMatch(line -> line.matches("clock_gettime: \\d{4}-\\d\\d-\\d\\dT.*Z"))
                .contains("div(-17, 5): Quotient[quotient=-3, remainder=-2]")
                .contains("ldiv(Long.MAX_VALUE, 1000000007): LongQuotient[quotient=9223371972, remainder=291172003]");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void stat_ofAFile_sizesIt() throws Exception {
        Path file = Files.write(directory.resolve("thousand"), new byte[1_000]);
        assertThat(run(file.toString()).out)
                .containsPattern("stat: \\S*thousand has 1000 bytes, mode 100[0-7]{3}, modified \\d{4}-");
    }

    @Test
    void nativeCalls_withoutSuchAFile_sayHowToUseThem() throws Exception {
        Run run = run(directory.resolve("missing").toString());
        assertThat(run.exit).isEqualTo(2);
        assertThat(run.err).contains("usage:", "missing");
    }

    private Run run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-classpath",
                System.getProperty("java.class.path"),
                NativeCalls.class.getName()));
        command.addAll(List.of(arguments));
        Path out = directory.resolve("out");
        Path err = directory.resolve("err");
        int exit = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start()
                .waitFor();
        return new Run(
                exit, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }

    private record Run(int exit, String out, String err) {}
}
