package dev.ashlar.examples.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program with few requests, and its store. */
class StoreExampleTest {
    @TempDir
    private Path folder;

    @Test
    void example_printsATableProgressAndWhatWasKilled() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream progress = new ByteArrayOutputStream();
        new StoreExample(print(out), print(progress)).run(40_000, 300);
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .anySatisfy(line ->
                        assertThat(line).matches("40,000 requests, [0-9,]+ sessions at the end, the same answers"))
                .anySatisfy(line -> assertThat(line).matches("requests in a second( +[0-9,]+){2}"))
                .anySatisfy(line -> assertThat(line).matches("off the Java heap +0.0 MB +[0-9.]+ MB"))
                .anySatisfy(line -> assertThat(line).matches("killed after [0-9,]+ requests: .* as they should be"));
        assertThat(progress.toString(StandardCharsets.UTF_8)).contains("hash map", "file", "40000/40000");
    }

    @Test
    void requests_whenThereAreTooFew_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StoreExample.main(new String[] {"3"}))
                .withMessageContaining("requests=3");
    }

    @Test
    void store_openedAgain_goesOn() throws Exception {
        Path file = folder.resolve("sessions.heap");
        Load load = new Load(5, 1_000);
        List<Session> expected = new ArrayList<>();
        try (HeapSessions onHeap = new HeapSessions()) {
            for (int opening = 0; opening < 5; opening++) {
                try (FileSessions inFile = FileSessions.open(file)) {
                    assertThat(inFile.requests()).isEqualTo(load.number());
                    for (int i = 0; i < 5_000; i++) {
                        load.next();
                        assertThat(inFile.request(load)).isEqualTo(onHeap.request(load));
                    }
                    assertThat(inFile.size()).isEqualTo(onHeap.size());
                }
            }
            onHeap.forEach(expected::add);
        }
        List<Session> found = new ArrayList<>();
        try (FileSessions inFile = FileSessions.open(file)) {
            inFile.forEach(found::add);
            assertThat(KilledServer.requireWhole(inFile, 5, 1_000)).isEqualTo(25_000);
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected).isNotEmpty();
    }

    @Test
    void requireWhole_whereASessionIsOther_refuses() throws Exception {
        Path file = folder.resolve("sessions.heap");
        Load load = new Load(6, 10);
        try (FileSessions inFile = FileSessions.open(file)) {
            for (int i = 0; i < 500; i++) {
                load.next();
                inFile.request(load);
            }
            // Requests of another load, which the numbers do not tell.
            Load other = new Load(7, 10);
            while (other.number() < load.number()) {
                other.next();
                inFile.request(other);
            }
            assertThatThrownBy(() -> KilledServer.requireWhole(inFile, 6, 10))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
