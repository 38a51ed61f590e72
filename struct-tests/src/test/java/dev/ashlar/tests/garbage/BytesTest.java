package dev.ashlar.tests.garbage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What loops allocate on the Java heap for each step, measured by {@link BytesProgram} in JVMs that compile differently. */
class BytesTest {
    private static final Map<Mode, Map<String, Double>> BYTES = new EnumMap<>(Mode.class);

    /** How a JVM runs the loops, and how often before it measures them: until nothing is left to compile. */
    enum Mode {
        C2("1000", "20", "-Xbatch"),
        C1("100", "5", "-Xbatch -XX:TieredStopAtLevel=1"),
        INTERPRETER("1", "3", "-Xint");

        private final String warmUp;
        private final String rounds;
        private final String flags;

        Mode(String warmUp, String rounds, String flags) {
            this.warmUp = warmUp;
            this.rounds = rounds;
            this.flags = flags;
        }

        private Process start() throws IOException {
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(List.of(flags.split(" ")));
            command.addAll(List.of("-XX:+UseSerialGC", "-classpath", System.getProperty("java.class.path")));
            command.addAll(List.of(BytesProgram.class.getName(), warmUp, rounds));
            return new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        }
    }

    /** Runs all of them at once. */
    @BeforeAll
    static void measure() throws Exception {
        Map<Mode, Process> jvms = new EnumMap<>(Mode.class);
        try {
            for (Mode mode : Mode.values()) {
                jvms.put(mode, mode.start());
            }
            for (Map.Entry<Mode, Process> jvm : jvms.entrySet()) {
                BYTES.put(jvm.getKey(), bytes(jvm.getValue()));
            }
        } finally {
            jvms.values().forEach(Process::destroyForcibly);
        }
    }

    @ParameterizedTest
    @EnumSource
    void cursors_inEveryMode_makeNothing(Mode mode) {
        assertThat(startingWith("cursor.", mode))
                .hasSize(16)
                .allSatisfy((loop, bytes) -> assertThat(bytes).isZero());
    }

    /** In memory off the heap and on it, in a file and in an arena. */
    @ParameterizedTest
    @EnumSource
    void cursorsOfColumnsAndLogs_inEveryModeAndMemory_makeNothing(Mode mode) {
        assertThat(startingWith("row.", mode))
                .hasSize(40)
                .allSatisfy((loop, bytes) -> assertThat(bytes).isZero());
    }

    @ParameterizedTest
    @EnumSource
    void storedFormsOfCodecs_inEveryMode_makeNothing(Mode mode) {
        assertThat(startingWith("codec.stored.", mode))
                .hasSize(3)
                .allSatisfy((loop, bytes) -> assertThat(bytes).isZero());
    }

    @ParameterizedTest
    @EnumSource
    void optionalComponents_inEveryMode_makeNothing(Mode mode) {
        assertThat(startingWith("optional.", mode))
                .hasSize(5)
                .allSatisfy((loop, bytes) -> assertThat(bytes).isZero());
    }

    @ParameterizedTest
    @EnumSource
    void maps_byCursorsInEveryMode_makeNothing(Mode mode) {
        assertThat(startingWith("map.", mode))
                .hasSize(6)
                .allSatisfy((loop, bytes) -> assertThat(bytes).isZero());
    }

    @ParameterizedTest
    @EnumSource
    void rings_byCursorsInEveryMode_makeNothing(Mode mode) {
        assertThat(startingWith("ring.", mode))
                .hasSize(2)
                .allSatisfy((loop, bytes) -> assertThat(bytes).isZero());
    }

    @Test
    void codecs_inLoops_makeObjectsOnlyWhereAskedFor() {
        Map<String, Double> bytes = startingWith("codec.", Mode.C2);
        assertThat(bytes.get("codec.view")).isZero();
        assertThat(startingWith("codec.", Mode.INTERPRETER).get("codec.value")).isGreaterThanOrEqualTo(32);
    }

    @Test
    void views_whenC2CompilesWhatTheGuidePromises_makeNothing() {
        assertThat(startingWith("view.", Mode.C2))
                .hasSize(9)
                .allSatisfy((loop, bytes) -> assertThat(bytes).isZero());
    }

    /** Guards the test itself: if the interpreter makes no views, then nothing is measured. */
    @Test
    void views_inTheInterpreter_makeOneForEachStep() {
        assertThat(startingWith("view.", Mode.INTERPRETER))
                .hasSize(9)
                .allSatisfy((loop, bytes) -> assertThat(bytes).isGreaterThanOrEqualTo(16));
    }

    @ParameterizedTest
    @EnumSource
    void set_ofARecord_makesNothing(Mode mode) {
        assertThat(startingWith("record.set", mode))
                .hasSize(4)
                .allSatisfy((loop, bytes) -> assertThat(bytes).isZero());
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 32, 64})
    void read_whenC2Compiles_makesOnlyTheRecord(int components) {
        Map<String, Double> bytes = startingWith("record.", Mode.C2);
        assertThat(bytes.get("record.read" + components)).isPositive().isEqualTo(bytes.get("record.make" + components));
    }

    private static Map<String, Double> bytes(Process jvm) throws Exception {
        String output = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(jvm.waitFor()).as(output).isZero();
        return output.lines()
                .map(line -> line.split(" "))
                .collect(Collectors.toMap(line -> line[0], line -> Double.parseDouble(line[1])));
    }

    private static Map<String, Double> startingWith(String prefix, Mode mode) {
        Map<String, Double> found = new TreeMap<>(BYTES.get(mode));
        found.keySet().removeIf(loop -> !loop.startsWith(prefix));
        return found;
    }
}
