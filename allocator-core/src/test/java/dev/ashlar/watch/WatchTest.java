package dev.ashlar.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.alloc.OutOfLinearMemoryException;
import dev.ashlar.alloc.SharedAllocator;
import dev.ashlar.memory.LinearMemory;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Java Flight Recorder is told, and that the library does without it. */
class WatchTest {
    @TempDir
    private Path folder;

    @Test
    void recording_whenTheEventsAreEnabled_hasGrowthLargeBlocksFailureAndLeak() throws IOException {
        List<RecordedEvent> events = record(
                "dev.ashlar.MemoryGrowth",
                "dev.ashlar.LargeAllocation",
                "dev.ashlar.AllocationFailure",
                "dev.ashlar.ClosedWithLiveBlocks");
        assertThat(events)
                .extracting(event -> event.getEventType().getName())
                .containsExactlyInAnyOrder(
                        "dev.ashlar.MemoryGrowth",
                        "dev.ashlar.LargeAllocation",
                        "dev.ashlar.AllocationFailure",
                        "dev.ashlar.ClosedWithLiveBlocks",
                        "dev.ashlar.ClosedWithLiveBlocks");
        RecordedEvent growth = only(events, "dev.ashlar.MemoryGrowth");
        assertThat(growth.getLong("fromByteSize")).isEqualTo(LinearMemory.PAGE_BYTE_SIZE);
        assertThat(growth.getLong("toByteSize")).isGreaterThan(2_000_000);
        assertThat(growth.getLong("maxByteSize")).isEqualTo(64 * LinearMemory.PAGE_BYTE_SIZE);
        assertThat(only(events, "dev.ashlar.LargeAllocation").getLong("byteSize"))
                .isEqualTo(2_000_000);
        assertThat(only(events, "dev.ashlar.AllocationFailure").getLong("byteSize"))
                .isEqualTo(1L << 40);
        assertThat(events)
                .filteredOn(event -> event.hasField("allocator"))
                .extracting(event -> event.getString("allocator") + " " + event.getLong("byteSize"))
                .containsExactlyInAnyOrder("LinkedListAllocator 2000024", "SharedAllocator 100");
    }

    @Test
    void recording_whenNothingIsEnabled_hasNoEventOfOurs() throws IOException {
        assertThat(record()).isEmpty();
    }

    @Test
    void library_whenTheRecorderIsNotThere_works() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--limit-modules",
                        "java.base",
                        "-cp",
                        root(Watch.class) + File.pathSeparator + root(WatchTest.class),
                        WithoutRecorder.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(output).isEqualTo("works without jdk.jfr");
        assertThat(process.waitFor()).isZero();
    }

    private List<RecordedEvent> record(String... names) throws IOException {
        Path file = folder.resolve("recording.jfr");
        try (Recording recording = new Recording()) {
            for (String name : names) {
                recording.enable(name);
            }
            recording.start();
            everythingThatIsTold();
            recording.stop();
            recording.dump(file);
        }
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().startsWith("dev.ashlar."))
                .toList();
    }

    static void everythingThatIsTold() {
        try (LinearMemory memory = LinearMemory.create(1, 64)) {
            LinkedListAllocator allocator = LinkedListAllocator.over(memory);
            allocator.allocate(24);
            allocator.allocate(2_000_000);
            assertThatThrownBy(() -> allocator.allocate(1L << 40)).isInstanceOf(OutOfLinearMemoryException.class);
        }
        try (LinearMemory memory = LinearMemory.create(1, 64)) {
            SharedAllocator.over(memory).allocate(100);
        }
        try (LinearMemory memory = LinearMemory.create(1, 64)) {
            LinkedListAllocator.over(memory).allocate(24).free();
        }
    }

    private static RecordedEvent only(List<RecordedEvent> events, String name) {
        return events.stream()
                .filter(event -> event.getEventType().getName().equals(name))
                .reduce((one, other) -> {
                    throw new AssertionError("twice: " + one + other);
                })
                .orElseThrow();
    }

    private static Path root(Class<?> type) {
        URL url = Objects.requireNonNull(type.getResource(type.getSimpleName() + ".class"));
        try {
            return Path.of(url.toURI()).resolve("../../../..").normalize();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
