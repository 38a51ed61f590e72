package dev.ashlar.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the program as its user does, in a JVM of its own without flags. */
class QuickstartTest {
    @TempDir
    private Path directory;

    @Test
    void quickstart_withoutArguments_doesAllItShows() throws Exception {
        Run run = run();
        assertThat(run.exit).isZero();
        assertThat(run.err).isEmpty();
        assertThat(run.out)
                .contains("sizeof(Person) = 24")
                .contains("written and read back: Person[id=12345, height=175.5, age=25]")
                .contains("after free: Person[freed]")
                .contains("3376 airports off the Java heap, 144 bytes per row")
                .contains("bytes in use: 0");
        assertThat(run.out.lines().filter(line -> line.contains(" km  "))).hasSize(10);
    }

    @Test
    void quickstart_atAPlace_findsTheNearestAirportFirst() throws Exception {
        Run run = run("47.449", "-122.309");
        assertThat(run.err).isEmpty();
        assertThat(run.out.lines().filter(line -> line.contains(" km  ")).findFirst())
                .hasValueSatisfying(line -> assertThat(line).contains("SEA", "Seattle-Tacoma Intl"));
    }

    @Test
    void quickstart_withABadPlace_saysWhatIsWrong() throws Exception {
        assertThat(run("91", "0").err).contains("usage:", "latitude=91.0");
        assertThat(run("0", "181").err).contains("longitude=181.0");
        assertThat(run("NaN", "0").err).contains("latitude=NaN");
        assertThat(run("here").err).contains("got 1 arguments");
        Run run = run("north", "west");
        assertThat(run.err).contains("usage:", "north");
        assertThat(run.exit).isEqualTo(2);
    }

    private Run run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-classpath",
                System.getProperty("java.class.path"),
                Quickstart.class.getName()));
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
