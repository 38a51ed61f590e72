package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Atomic components between processes, and where they are refused. */
class AtomicTest {
    private static final String SHARED = "@Struct public record Shared(@Atomic int state, @Atomic long count) {}";

    @TempDir
    private Path folder;

    @Test
    void struct_whenAtomicsAreNotAligned_isAnErrorAtAnyDepth() {
        Compiled compiled = Compiled.of(
                Snippet.inPackage(SHARED),
                Snippet.inPackage(
                        "@Struct(packed = true) record A(byte x,\n@Align(4) @Atomic long y,\n@Align(8) @Atomic long z) {}"),
                Snippet.inPackage("@Struct(packed = true) record B(\n@Align(4) Shared x,\n@Align(8) Shared y) {}"),
                Snippet.inPackage("@Struct(packed = true) record C(byte x,\n\n\n@Length(2) Shared[] y) {}"),
                Snippet.inPackage(
                        "@Struct(packed = true) record D(byte x,\n\n\n\n@Align(8) Holder y,\nbyte w, Holder z) {}"),
                Snippet.inPackage("@Struct record Holder(Shared x) {}"));
        assertThat(compiled.errors()).containsExactly("AtomicAlignment@4", "AtomicAlignment@6", "AtomicAlignment@8");
    }

    @Test
    void struct_whenAtomicMeansNothing_isAnError() {
        Compiled compiled = Compiled.of(Snippet.inPackage("""
                @Struct record A(
                @Atomic double a,
                @Atomic @Stored(StorageType.U32) long b,
                @Atomic @Bits(3) int c,
                @Atomic @Length(2) int[] d,
                @Atomic Ref<A> e,
                @Atomic @Stored(StorageType.I32) int f,
                @Atomic @Length(2) String g) {}
                """));
        assertThat(compiled.errors())
                .containsExactly(
                        "AtomicType@4",
                        "AtomicType@5",
                        "AtomicType@6",
                        "AtomicType@7",
                        "AtomicType@8",
                        "AtomicType@10");
        assertThat(Compiled.of(Snippet.inPackage("class Plain {\n@Atomic int a; }"))
                        .warnings())
                .containsExactly("StrayAnnotation@4");
    }

    @Test
    void counter_whenProcessesShareAFile_losesNothing() throws IOException, InterruptedException {
        String worker = """
                package p;

                import dev.ashlar.memory.Memory;
                import java.lang.foreign.Arena;
                import java.nio.channels.FileChannel;
                import java.nio.file.*;

                public final class Worker {
                    public static void main(String[] arguments) throws Exception {
                        try (Arena arena = Arena.ofConfined();
                                FileChannel file = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                            SharedView shared = SharedView.at(Memory.of(file.map(FileChannel.MapMode.READ_WRITE, 0, 4096, arena)), 64);
                            shared.stateGetAndAdd(1);
                            while (shared.stateAcquire() < 2) {
                                Thread.sleep(1);
                            }
                            for (int step = 0; step < 200_000; step++) {
                                shared.countGetAndAdd(1);
                            }
                        }
                    }
                }
                """;
        Path classes = Compiled.of(Snippet.inPackage(SHARED), worker).writeClasses(folder.resolve("classes"));
        Path file = Files.write(folder.resolve("shared"), new byte[4096]);
        List<Process> workers = new ArrayList<>();
        for (int number = 0; number < 2; number++) {
            workers.add(start(classes, file));
        }
        for (Process process : workers) {
            boolean ended = process.waitFor(60, TimeUnit.SECONDS);
            process.destroyForcibly();
            assertThat(ended).isTrue();
            assertThat(process.exitValue()).isZero();
        }
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(bytes.getInt(64)).isEqualTo(2);
        assertThat(bytes.getLong(72)).isEqualTo(400_000);
    }

    private Process start(Path classes, Path file) throws IOException {
        String classPath =
                classes + Compiled.CLASS_PATH.stream().map(File::toString).collect(Collectors.joining(":", ":", ""));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        "p.Worker",
                        file.toString())
                .inheritIO()
                .start();
    }
}
