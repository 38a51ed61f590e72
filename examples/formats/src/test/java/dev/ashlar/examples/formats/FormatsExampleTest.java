package dev.ashlar.examples.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ashlar.memory.Memory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is printed is what the tools of the system print, where they are installed; damaged files end in exceptions. */
class FormatsExampleTest {
    @TempDir
    private Path folder;

    @Test
    void elf_isPrintedAsReadelfDoes() throws Exception {
        Path library = Path.of(System.getProperty("java.home"), "lib", "libjava.so");
        assumeTrue(Files.exists(library), "no ELF file");
        List<String> expected = run("readelf", "-sW", library.toString()).stream()
                .map(line -> line.replaceFirst("@.*", ""))
                .toList();
        assertThat(lines(library).stream()
                        .map(line -> line.replaceFirst("@.*", ""))
                        .toList())
                .hasSizeGreaterThan(100)
                .isEqualTo(expected);
    }

    @Test
    void elf_withAllKindsOfSymbols_isPrintedAsReadelfDoes() throws Exception {
        Path source = folder.resolve("a.c");
        Files.writeString(source, """
                static int hidden;
                __attribute__((weak)) int weak;
                __thread int thread;
                extern int far;
                __attribute__((visibility("hidden"))) int f(void) { return hidden + weak + thread + far; }
                char large[1000000];
                """);
        Path object = folder.resolve("a.o");
        run("gcc", "-c", "-o", object.toString(), source.toString());
        assertThat(lines(object)).isEqualTo(run("readelf", "-sW", object.toString()));
    }

    @Test
    void zip_isPrintedAsUnzipDoes() throws Exception {
        Path zip = Samples.zip(folder.resolve("a.zip"));
        List<String> expected = run("unzip", "-lv", zip.toString());
        assertThat(lines(zip))
                .hasSize(7)
                .isEqualTo(expected.subList(expected.indexOf("a comment") + 1, expected.size()));
    }

    @Test
    void tar_isPrintedAsTarDoes() throws Exception {
        Path sample = Samples.tar(folder.resolve("a.tar"));
        assertThat(lines(sample)).hasSize(1).isEqualTo(run("tar", "tvf", sample.toString()));
        Path deep = Files.createDirectories(folder.resolve("deep/" + "long-name/".repeat(11)));
        Files.writeString(deep.resolve("b.txt"), "b".repeat(5_000));
        Files.createSymbolicLink(folder.resolve("deep/link"), Path.of("long-name"));
        Path made = folder.resolve("b.tar");
        run("tar", "-C", folder.toString(), "--format=ustar", "-cf", made.toString(), "deep");
        assertThat(lines(made)).hasSize(14).isEqualTo(run("tar", "tvf", made.toString()));
    }

    @Test
    void png_hasItsChunks() throws IOException {
        Path png = Samples.png(folder.resolve("a.png"));
        assertThat(lines(png)).containsExactly("PNG, 2 x 2, 8 bits", "IHDR 13 bytes", "tEXt 380 bytes", "IEND 0 bytes");
        byte[] bytes = Files.readAllBytes(png);
        bytes[60] ^= 1;
        assertThat(lines(Files.write(png, bytes))).contains("tEXt 380 bytes, damaged");
    }

    @Test
    void pcap_hasItsPackets() throws IOException {
        assertThat(lines(Samples.pcap(folder.resolve("a.pcap"))))
                .containsExactly(
                        "2023-11-14T22:13:20Z 10.0.0.1:50000 > 10.0.0.2:80: [S] seq 1, length 0",
                        "2023-11-14T22:13:20.000500Z 10.0.0.2:80 > 10.0.0.1:50000: [S.] seq 4000000000, length 0");
    }

    @Test
    void main_printsSamples() throws IOException {
        FormatsExample.main(new String[0]);
        FormatsExample.main(new String[] {Samples.zip(folder.resolve("a.zip")).toString()});
    }

    @Test
    void other_isRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("a.txt"), "to be or not to be");
        assertThatIllegalArgumentException().isThrownBy(() -> lines(text)).withMessageContaining("0x62206f74");
        Path empty = Files.write(folder.resolve("empty"), new byte[0]);
        assertThatIllegalArgumentException().isThrownBy(() -> lines(empty));
    }

    /** Whatever is in a file, it is listed, or refused with an exception that says so; nothing else happens. */
    @Test
    void damaged_isRefusedOrListed() throws IOException {
        SplittableRandom random = new SplittableRandom(11);
        for (Path sample : Samples.in(folder)) {
            byte[] whole = Files.readAllBytes(sample);
            int refused = 0;
            for (int round = 0; round < 2_000; round++) {
                byte[] damaged = whole.clone();
                for (int change = 0; change <= random.nextInt(4); change++) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
                }
                Memory file = Memory.of(MemorySegment.ofArray(damaged).asSlice(0, 1 + random.nextInt(damaged.length)));
                try {
                    FileFormat.of(file)
                            .print(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
                } catch (IndexOutOfBoundsException | IllegalArgumentException | IllegalStateException expected) {
                    refused++;
                }
            }
            assertThat(refused).as(sample.toString()).isBetween(1, 2_000);
        }
    }

    private static List<String> lines(Path file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FormatsExample.print(file, new PrintStream(out, false, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8).lines().skip(1).toList();
    }

    /** Runs a tool, or skips the test where it is not installed. */
    private static List<String> run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process;
        try {
            process = builder.start();
        } catch (IOException notInstalled) {
            assumeTrue(false, command[0] + " is not installed");
            throw notInstalled;
        }
        List<String> lines;
        try (var reader = process.inputReader(StandardCharsets.UTF_8)) {
            lines = reader.lines().toList();
        }
        assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
        return lines;
    }
}
