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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Java Flight Recorder is told, and that the library does without it. */
class WatchTest {
    private static final Path GUIDE = Path.of("..", "docs", "guide", "production.md");

    /** The flag of a JVM as the guide prints it, and in it the name of the file. */
    private static final Pattern FLAG = Pattern.compile("\"(-XX:StartFlightRecording[^\"]*filename=([^\",]+)[^\"]*)\"");

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
    void flagInTheGuide_recordsTheGrowthOfAMemory() throws IOException, InterruptedException {
        Matcher flag = FLAG.matcher(Files.readString(GUIDE));
        assertThat(flag.find()).isTrue();
        String output = run(GrowingProgram.class, flag.group(1));
        assertThat(output).doesNotContain("doesn't exist");
        assertThat(RecordingFile.readAllEvents(folder.resolve(flag.group(2))))
                .filteredOn(event -> event.getEventType().getName().startsWith("dev.ashlar."))
                .extracting(event -> event.getEventType().getName() + " " + event.getLong("toByteSize"))
                .containsExactly("dev.ashlar.MemoryGrowth " + 4 * LinearMemory.PAGE_BYTE_SIZE);
        assertThat(flag.find()).isFalse();
    }

    @Test
    void library_whenTheRecorderIsNotThere_works() throws IOException, InterruptedException {
        assertThat(run(WithoutRecorder.class, "--limit-modules", "java.base")).isEqualTo("works without jdk.jfr");
    }

    /** Runs a program in a JVM of its own, in the folder of this test, and returns what it printed. */
    private String run(Class<?> main, String... flags) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(flags));
        command.addAll(List.of("-cp", root(Watch.class) + File.pathSeparator + root(WatchTest.class), main.getName()));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
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
