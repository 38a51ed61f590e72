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

/** Atomic components: their accessors, between threads and processes, and where they are refused. */
class AtomicTest {
    private static final String SHARED = "@Struct public record Shared(@Atomic int state, @Atomic long count) {}";
    private static final String PACKED = """
            @Struct(packed = true)
            public record Packed(byte first, @Align(8) @Atomic long count, byte last, @Align(4) @Atomic int state) {}
            """;

    @TempDir
    private Path folder;

    @Test
    void accessors_doWhatTheirNamesSay() {
        Snippet.run("""
                SharedView shared = SharedView.allocate(allocator, new Shared(5, 6L));
                assertThat(shared.stateVolatile(7).stateVolatile()).isEqualTo(7);
                assertThat(shared.stateRelease(8).stateAcquire()).isEqualTo(8);
                assertThat(shared.stateCompareAndSet(7, 1)).isFalse();
                assertThat(shared.stateCompareAndSet(8, 1)).isTrue();
                assertThat(shared.stateCompareAndExchange(2, 9)).isEqualTo(1);
                assertThat(shared.stateCompareAndExchange(1, 9)).isEqualTo(1);
                assertThat(shared.stateGetAndSet(0b1100)).isEqualTo(9);
                assertThat(shared.stateGetAndBitwiseAnd(0b0110)).isEqualTo(0b1100);
                assertThat(shared.stateGetAndBitwiseOr(0b0001)).isEqualTo(0b0100);
                assertThat(shared.stateGetAndBitwiseXor(0b0100)).isEqualTo(0b0101);
                assertThat(shared.stateGetAndAdd(Integer.MAX_VALUE)).isEqualTo(1);
                assertThat(shared.state()).isEqualTo(Integer.MIN_VALUE);
                assertThat(shared.countGetAndAdd(-10)).isEqualTo(6);
                assertThat(shared.countCompareAndSet(-4, 1L << 40)).isTrue();
                assertThat(shared.countGetAndBitwiseOr(1)).isEqualTo(1L << 40);
                assertThat(shared.countGetAndBitwiseXor(1)).isEqualTo((1L << 40) + 1);
                assertThat(shared.countGetAndBitwiseAnd(0)).isEqualTo(1L << 40);
                assertThat(shared.countCompareAndExchange(0, 3)).isZero();
                assertThat(shared.countGetAndSet(4)).isEqualTo(3);
                assertThat(shared.countRelease(5).countAcquire() + shared.countVolatile(6).countVolatile()).isEqualTo(11);
                assertThat(shared.read()).isEqualTo(new Shared(Integer.MIN_VALUE, 6));
                assertThat(SharedView.type().components()).allMatch(StructComponent::isAtomic);
                assertThat(SharedView.BYTE_SIZE).isEqualTo(16);
                shared.free();
                assertThatThrownBy(() -> shared.countGetAndAdd(1)).isInstanceOf(IllegalStateException.class);
                """, SHARED);
    }

    @Test
    void counter_whenThreadsAddAtOnce_losesNothing() {
        Snippet.run("""
                SharedView shared = SharedView.allocate(allocator);
                List<Thread> threads = IntStream.range(0, 4).mapToObj(number -> Thread.ofPlatform().start(() -> {
                    for (int step = 0; step < 50_000; step++) {
                        shared.countGetAndAdd(1);
                        shared.stateGetAndAdd(-1);
                    }
                })).toList();
                for (Thread thread : threads) {
                    thread.join();
                }
                assertThat(shared.count()).isEqualTo(200_000);
                assertThat(shared.state()).isEqualTo(-200_000);
                """, SHARED);
    }

    /** Each of many jobs goes from 0 to 1 to 2 once, whoever tries; what was written before 2 is seen after it. */
    @Test
    void stateMachine_whenThreadsCompete_takesEachStepOnce() {
        Snippet.run("""
                int jobs = 20_000;
                JobArray all = JobArray.allocate(allocator, jobs);
                java.util.concurrent.atomic.AtomicInteger claimed = new java.util.concurrent.atomic.AtomicInteger();
                java.util.concurrent.atomic.AtomicInteger unseen = new java.util.concurrent.atomic.AtomicInteger();
                List<Thread> threads = IntStream.range(1, 4).mapToObj(number -> Thread.ofPlatform().start(() -> {
                    for (JobView job : all) {
                        if (job.stateCompareAndSet(0, 1)) {
                            claimed.incrementAndGet();
                            job.result(number).stateRelease(2);
                        } else if (job.stateAcquire() == 2 && job.result() == 0) {
                            unseen.incrementAndGet();
                        }
                    }
                })).toList();
                for (Thread thread : threads) {
                    thread.join();
                }
                assertThat(claimed).hasValue(jobs);
                assertThat(unseen).hasValue(0);
                assertThat(all.stream().allMatch(job -> job.state() == 2 && job.result() > 0)).isTrue();
                """, "@Struct public record Job(@Atomic int state, int result) {}");
    }

    @Test
    void at_whenAlignmentIsNotGuaranteed_isRefused() {
        Snippet.run("""
                Memory bytes = Memory.of(MemorySegment.ofArray(new byte[64]));
                assertThatThrownBy(() -> SharedView.at(bytes)).isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("atomic access needs memory aligned to its size: offset=0 byteSize=8 handleOffset=0");
                assertThatThrownBy(() -> SharedArray.at(bytes, 0, 2)).isInstanceOf(IllegalArgumentException.class);
                assertThatThrownBy(() -> OuterView.at(bytes)).isInstanceOf(IllegalArgumentException.class);
                Memory longs = Memory.of(MemorySegment.ofArray(new long[8]));
                assertThat(SharedView.at(longs, 8).countGetAndAdd(1)).isZero();
                assertThat(OuterView.at(longs, 16).others(1).countGetAndAdd(1)).isZero();
                assertThatThrownBy(() -> SharedView.at(longs, 12)).isInstanceOf(IllegalArgumentException.class);
                assertThatThrownBy(() -> SharedView.at(longs, 56)).isInstanceOf(IndexOutOfBoundsException.class);
                Memory odd = allocator.memory().span(1004, 40);
                assertThatThrownBy(() -> SharedView.at(odd)).isInstanceOf(IllegalArgumentException.class)
                        .hasMessageEndingWith("handleOffset=1004");
                assertThat(SharedView.at(odd, 4).stateGetAndAdd(1)).isZero();
                """, SHARED, "@Struct public record Outer(byte first, @Length(2) Shared[] others) {}");
    }

    @Test
    void packedStruct_whenComponentsAreAligned_isAllowed() {
        Snippet.run("""
                assertThat(PackedView.OFFSET_COUNT).isEqualTo(8);
                PackedView packed = PackedArray.allocate(allocator, 3).get(1);
                assertThat(packed.stateGetAndAdd(1) + packed.countGetAndAdd(1)).isZero();
                """, PACKED);
    }

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
                        .errors())
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
