package dev.ashlar.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Accesses to bytes of a file that is cut short while it is mapped: an error, and never the end of the JVM. */
class TruncatedFileTest {
    private static final int UNTIL_COMPILED = 30_000;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"-Xint", "-Xbatch -XX:TieredStopAtLevel=1", "-Xbatch -XX:-TieredCompilation", "-Xmixed"})
    void access_whenTheFileWasCutShort_isAnInternalError(String flags) throws IOException, InterruptedException {
        Path file = folder.resolve("memory");
        boolean isCompiled = flags.contains("-Xbatch");
        Process process = start(List.of(flags.split(" ")), file, isCompiled ? UNTIL_COMPILED : 1);
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
                Writer input = process.outputWriter(StandardCharsets.UTF_8)) {
            assertThat(output.readLine()).isEqualTo("ready");
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(LinearMemory.PAGE_BYTE_SIZE);
            }
            input.write('\n');
            input.flush();
            assertThat(output.lines().collect(Collectors.toList()))
                    .containsExactlyElementsOf(TruncatedProcess.operations().keySet().stream()
                            .flatMap(name -> List.of(name, name, name).stream())
                            .map(name -> name + " InternalError")
                            .toList());
            assertThat(process.waitFor()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    private static Process start(List<String> flags, Path file, int warmUp) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:-CreateCoredumpOnCrash", "-XX:ErrorFile=/dev/null"));
        command.addAll(List.of("-cp", OtherProcess.classPath(), TruncatedProcess.class.getName()));
        command.addAll(List.of(file.toString(), Integer.toString(warmUp)));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }
}
