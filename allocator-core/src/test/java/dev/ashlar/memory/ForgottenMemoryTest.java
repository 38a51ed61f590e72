package dev.ashlar.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.ashlar.alloc.LinkedListAllocator;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Memories that nobody closes. */
class ForgottenMemoryTest {
    private static final long MOST_NANOS = 60_000_000_000L;
    private static final int COLLECTIONS = 5;

    @TempDir
    private Path folder;

    @Test
    void map_whenAHeapInTheFileWasForgotten_isPossibleAgain() throws Exception {
        Path file = folder.resolve("heap");
        forgetHeap(file);
        try (LinearMemory memory = mapAgain(file)) {
            assertThat(LinkedListAllocator.open(memory).rootAddress()).isPositive();
        }
    }

    @Test
    void map_whenAFileMappedForReadingWasForgotten_findsItUnchanged() throws Exception {
        Path file = folder.resolve("heap");
        try (LinearMemory memory = LinearMemory.map(file, 1, 4)) {
            memory.storeI64(8, 42);
        }
        forgetReader(file);
        collect();
        try (LinearMemory memory = LinearMemory.map(file, 1, 4)) {
            assertThat(memory.loadI64(8)).isEqualTo(42);
        }
    }

    @Test
    void collection_whenAHandleIsLeft_keepsTheMemory() throws Exception {
        Path file = folder.resolve("memory");
        Memory handle = LinearMemory.map(file, 1, 4).span(8, 8);
        handle.storeI64(0, 42);
        collect();
        assertThatIOException()
                .isThrownBy(() -> LinearMemory.map(file, 1, 4))
                .withMessageContaining("mapped for writing");
        assertThat(handle.loadI64(0)).isEqualTo(42);
    }

    @Test
    void collection_whenASegmentWasHandedOut_givesNothingBack() throws Exception {
        Path file = folder.resolve("memory");
        MemorySegment segment = segmentOfForgotten(file);
        collect();
        segment.set(ValueLayout.JAVA_LONG, 0, 43);
        assertThat(segment.get(ValueLayout.JAVA_LONG, 0)).isEqualTo(43);
        assertThatIOException()
                .isThrownBy(() -> LinearMemory.map(file, 1, 4))
                .withMessageContaining("mapped for writing");
    }

    /** The collector closes files too, and POSIX then drops all locks of the process on them. */
    @Test
    void collection_whenASegmentOfAReaderWasHandedOut_keepsOtherWritersOut() throws Exception {
        Path file = folder.resolve("memory");
        Path hard = folder.resolve("hard");
        try (LinearMemory memory = LinearMemory.map(file, 1, 4)) {
            Files.createLink(hard, file);
            memory.storeI64(0, 42);
            MemorySegment segment = segmentOfForgottenReader(file);
            collect();
            assertThat(segment.get(ValueLayout.JAVA_LONG, 0)).isEqualTo(42);
            try (OtherProcess other = OtherProcess.mapping(hard)) {
                assertThat(other.answer()).contains("another process has the file mapped for writing");
            }
        }
    }

    /** Each access of a memory may be its last one, which the collector may overtake; in a small heap it comes more often. */
    @Test
    void access_whileTheMemoryIsNotReachedOtherwise_isNeverRefused() throws Exception {
        assertThat(run("exec \"$@\"", "-XX:TieredStopAtLevel=4", "accesses")).endsWith("done");
    }

    @Test
    void collection_isToldToTheFlightRecorder() throws Exception {
        Path kept = folder.resolve("kept");
        Path released = folder.resolve("released");
        List<RecordedEvent> events;
        try (Recording recording = new Recording()) {
            recording.enable("dev.ashlar.ForgottenMemory");
            recording.start();
            MemorySegment segment = segmentOfForgotten(kept);
            forgetHeap(released);
            mapAgain(released).close();
            long end = System.nanoTime() + MOST_NANOS;
            do {
                collect();
                events = forgottenIn(recording);
            } while (events.size() < 2 && System.nanoTime() < end);
            segment.set(ValueLayout.JAVA_LONG, 0, 43);
        }
        assertThat(events)
                .extracting(event -> event.getString("file") + " " + event.getLong("maxByteSize") + " "
                        + event.getBoolean("released"))
                .containsExactlyInAnyOrder(kept.toRealPath() + " 262144 false", released.toRealPath() + " 262144 true");
    }

    /** The events that were recorded until now, of files in the folder of this test. */
    private List<RecordedEvent> forgottenIn(Recording recording) throws IOException {
        Path recorded = folder.resolve("recording.jfr");
        recording.dump(recorded);
        String real = folder.toRealPath().toString();
        return RecordingFile.readAllEvents(recorded).stream()
                .filter(event -> event.getEventType().getName().equals("dev.ashlar.ForgottenMemory"))
                .filter(event -> event.getString("file").startsWith(real))
                .toList();
    }

    /** A loop that forgets its memories is not refused: neither open files nor address space run out. */
    @Test
    void create_whenEarlierMemoriesWereForgotten_isNotRefused() throws Exception {
        // Each memory takes one file, or 4 GiB of address space.
        assertThat(run("ulimit -n 200 -v 200000000; exec \"$@\"", "", "many")).endsWith("done");
    }

    @Test
    void warning_withoutTracking_isGivenOnce() throws Exception {
        assertThat(run("exec \"$@\"", "", "places"))
                .endsWith("done")
                .containsOnlyOnce("a LinearMemory was collected without having been closed; its memory ")
                .containsOnlyOnce("-Ddev.ashlar.track.memories=true");
    }

    @Test
    void warning_withTracking_isGivenOnceForEachPlace() throws Exception {
        assertThat(run("exec \"$@\"", "-Ddev.ashlar.track.memories=true", "places"))
                .endsWith("done")
                .containsOnlyOnce("; its memory was given back: maxByteSize=65536 file=none created at")
                .containsOnlyOnce("    dev.ashlar.memory.ForgetfulProcess.firstPlace(")
                .containsOnlyOnce("; its memory stays taken, since a segment of it was handed out: maxByteSize=65536")
                .containsOnlyOnce("    dev.ashlar.memory.ForgetfulProcess.secondPlace(");
    }

    @Test
    void warning_whenAllIsClosed_isNotGiven() throws Exception {
        assertThat(run("exec \"$@\"", "", "closed")).isEqualTo("done");
    }

    private static void forgetHeap(Path file) throws IOException {
        LinkedListAllocator heap = LinkedListAllocator.openOrCreate(LinearMemory.map(file, 1, 4));
        Memory block = heap.allocate(40);
        block.storeBytes(new byte[40]);
        heap.rootAddress(block.offset());
    }

    private static void forgetReader(Path file) throws IOException {
        assertThat(LinearMemory.mapReadOnly(file).loadI64(8)).isEqualTo(42);
    }

    private static MemorySegment segmentOfForgotten(Path file) throws IOException {
        return LinearMemory.map(file, 1, 4).span(8, 8).segment();
    }

    private static MemorySegment segmentOfForgottenReader(Path file) throws IOException {
        return LinearMemory.mapReadOnly(file).segment();
    }

    private static LinearMemory mapAgain(Path file) throws IOException, InterruptedException {
        for (long end = System.nanoTime() + MOST_NANOS; ; ) {
            try {
                return LinearMemory.map(file, 1, 4);
            } catch (IOException notYet) {
                if (System.nanoTime() > end) {
                    throw notYet;
                }
                collect();
            }
        }
    }

    private static void collect() throws InterruptedException {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
            Thread.sleep(20);
        }
    }

    private static String run(String script, String flag, String program) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", script, "sh"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx64m"));
        if (NativeReservation.isAvailable()) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        if (!flag.isEmpty()) {
            command.add(flag);
        }
        command.addAll(List.of("-cp", OtherProcess.classPath(), ForgetfulProcess.class.getName(), program));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.strip();
    }
}
