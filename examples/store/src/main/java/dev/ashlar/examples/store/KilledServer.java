package dev.ashlar.examples.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process that serves requests from a file, and is killed in the middle of them. */
final class KilledServer {
    private static final String READY = "ready";

    private KilledServer() {}

    /** Serves for ever. The arguments are the file, the seed of the load and the number of its sessions. */
    public static void main(String[] args) throws IOException {
        Load load = new Load(Long.parseLong(args[1]), Integer.parseInt(args[2]));
        try (FileSessions sessions = FileSessions.open(Path.of(args[0]))) {
            System.out.println(READY);
            while (true) {
                load.next();
                sessions.request(load);
            }
        }
    }

    /** Starts the process, waits, and kills it. */
    static void live(Path file, long seed, int sessions, long millis) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        KilledServer.class.getName(),
                        file.toString(),
                        Long.toString(seed),
                        Integer.toString(sessions))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            String line = output.readLine();
            if (!READY.equals(line)) {
                throw new IOException("the server did not start: " + line);
            }
            Thread.sleep(millis);
        } finally {
            process.destroyForcibly().waitFor(1, TimeUnit.MINUTES);
        }
    }

    /**
     * Compares what a killed process has left with what it had done: all requests up to the number in the file, and perhaps a
     * part of one more.
     *
     * @return how many requests that were
     * @throws IllegalStateException if something else is in the file
     */
    static long requireWhole(FileSessions found, long seed, int sessions) {
        Load load = new Load(seed, sessions);
        try (HeapSessions expected = new HeapSessions()) {
            while (load.number() < found.requests()) {
                load.next();
                expected.request(load);
            }
            load.next();
            String interrupted = load.name();
            Map<String, Session> left = new HashMap<>();
            found.forEach(each -> left.put(each.name(), each));
            expected.forEach(each -> {
                Session other = left.remove(each.name());
                if (!each.equals(other) && !each.name().equals(interrupted)) {
                    throw new IllegalStateException("lost: expected=" + each + " found=" + other);
                }
            });
            left.remove(interrupted);
            if (!left.isEmpty()) {
                throw new IllegalStateException("nobody put these there: " + left.values());
            }
            return found.requests();
        }
    }
}
