package dev.ashlar.examples.store;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** The same requests to a hash map of records and to a store in a file; then the file after a kill. */
public final class StoreExample {
    private static final long SEED = 1;

    /** So many requests come for each name. */
    private static final int REQUESTS_PER_SESSION = 4;

    private final PrintStream out;
    private final PrintStream progress;

    StoreExample(PrintStream out, PrintStream progress) {
        this.out = out;
        this.progress = progress;
    }

    /** The argument is the number of requests. */
    public static void main(String[] args) throws IOException, InterruptedException {
        new StoreExample(System.out, System.err).run(requests(args), 2_000);
    }

    private static long requests(String[] args) {
        long requests = args.length == 0 ? 4_000_000 : Long.parseLong(args[0]);
        if (requests < REQUESTS_PER_SESSION) {
            throw new IllegalArgumentException(
                    "a load needs at least " + REQUESTS_PER_SESSION + " requests: requests=" + requests);
        }
        return requests;
    }

    /**
     * Runs all.
     *
     * @param millis how long the process lives that is killed
     */
    void run(long requests, long millis) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("store");
        try {
            compare(requests, folder.resolve("sessions.heap"));
            kill((int) (requests / REQUESTS_PER_SESSION), millis, folder.resolve("killed.heap"));
        } finally {
            delete(folder);
        }
    }

    private void compare(long requests, Path file) throws IOException {
        Trial onHeap;
        try (HeapSessions sessions = new HeapSessions()) {
            onHeap = trial("hash map", sessions, requests);
        }
        Trial inFile;
        try (FileSessions sessions = FileSessions.open(file)) {
            inFile = trial("file", sessions, requests);
        }
        if (!inFile.agreesWith(onHeap)) {
            throw new IllegalStateException("the stores do not agree: " + inFile + " and " + onHeap);
        }
        out.printf(
                Locale.ROOT,
                "%,d requests, %,d sessions at the end, the same answers%n%n",
                requests,
                onHeap.sessions());
        out.printf("%-28s%24s%24s%n", "", "HashMap<String, Session>", "SessionMap in a file");
        line("requests in a second", perSecond(onHeap, requests), perSecond(inFile, requests));
        line("on the Java heap", megabytes(onHeap.heapByteSize()), megabytes(inFile.heapByteSize()));
        line("off the Java heap", megabytes(onHeap.offHeapByteSize()), megabytes(inFile.offHeapByteSize()));
        line("garbage collection", onHeap.collectionMillis() + " ms", inFile.collectionMillis() + " ms");
    }

    private Trial trial(String name, Sessions sessions, long requests) {
        Load load = new Load(SEED, (int) (requests / REQUESTS_PER_SESSION));
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(name)
                .setInitialMax(requests)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(500)
                .setConsumer(new ConsoleProgressBarConsumer(progress, 80))
                .build()) {
            return Trial.of(sessions, load, requests, bar::stepTo);
        }
    }

    private void kill(int sessions, long millis, Path file) throws IOException, InterruptedException {
        KilledServer.live(file, SEED, sessions, millis);
        long start = System.nanoTime();
        try (FileSessions found = FileSessions.open(file)) {
            double opened = (System.nanoTime() - start) / 1e6;
            long requests = KilledServer.requireWhole(found, SEED, sessions);
            out.printf(
                    Locale.ROOT,
                    "%nkilled after %,d requests: opened again in %.0f ms, with all of %,d sessions as they should be%n",
                    requests,
                    opened,
                    found.size());
        }
    }

    private void line(String what, String onHeap, String inFile) {
        out.printf("%-28s%24s%24s%n", what, onHeap, inFile);
    }

    private static String perSecond(Trial trial, long requests) {
        return String.format(Locale.ROOT, "%,.0f", requests * 1e9 / trial.nanos());
    }

    private static String megabytes(long byteSize) {
        return String.format(Locale.ROOT, "%.1f MB", byteSize / 1e6);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
