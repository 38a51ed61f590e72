package dev.ashlar.memory;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/** Programs that close nothing, for JVMs of their own. */
final class ForgetfulProcess {
    private static final int MEMORIES = 1_000;
    private static final int MEMORIES_PER_COLLECTION = 20;
    private static final int KINDS_OF_MEMORY = 3;
    private static final int ACCESSED_MEMORIES = 400;
    private static final long MOST_NANOS = 60_000_000_000L;

    private ForgetfulProcess() {}

    @SuppressWarnings("SystemOut") // this is how the process answers
    public static void main(String[] arguments) throws IOException, InterruptedException {
        switch (arguments[0]) {
            case "many" -> createMany();
            case "places" -> createInTwoPlaces(Boolean.getBoolean(ForgottenMemory.TRACK_PROPERTY) ? 2 : 1);
            case "closed" -> closeAll();
            case "accesses" -> accessForTheLastTime();
            default -> throw new IllegalArgumentException(arguments[0]);
        }
        System.out.println("done");
    }

    /** Creates more memories than the limits of this process allow at a time. */
    private static void createMany() throws InterruptedException {
        long end = System.nanoTime() + MOST_NANOS;
        int created = 0;
        while (created < MEMORIES) {
            try {
                LinearMemory.create(1).storeI32(0, created);
                created++;
                if (created % MEMORIES_PER_COLLECTION == 0) {
                    collect();
                }
            } catch (MemoryReservationException refused) {
                // The collector has not come that far.
                if (System.nanoTime() > end) {
                    throw refused;
                }
                collect();
            }
        }
    }

    /** Says what was logged, when there are as many warnings as are expected: another thread gives them. */
    @SuppressWarnings("SystemOut") // this is how the process answers
    private static void createInTwoPlaces(int warnings) throws InterruptedException {
        ByteArrayOutputStream logged = new ByteArrayOutputStream();
        System.setErr(new PrintStream(logged, true, StandardCharsets.UTF_8));
        long end = System.nanoTime() + MOST_NANOS;
        for (int i = 0; i < KINDS_OF_MEMORY; i++) {
            firstPlace();
            secondPlace();
            collect();
        }
        while (logged.toString(StandardCharsets.UTF_8).split("WARNING", -1).length <= warnings
                && System.nanoTime() < end) {
            collect();
        }
        Thread.sleep(1_000);
        System.out.println(logged.toString(StandardCharsets.UTF_8));
    }

    private static void firstPlace() {
        LinearMemory.create(1, 1).storeI32(0, 1);
    }

    private static void secondPlace() {
        LinearMemory.create(1, 1).segment();
    }

    /** Accesses memories that are not reached otherwise, while another thread collects. */
    @SuppressWarnings("SystemGc") // what this is about
    private static void accessForTheLastTime() throws InterruptedException {
        AtomicBoolean ended = new AtomicBoolean();
        Thread collector = Thread.ofPlatform().start(() -> {
            while (!ended.get()) {
                System.gc();
            }
        });
        try {
            for (int i = 0; i < ACCESSED_MEMORIES; i++) {
                long seen = lastAccesses(i);
                if (seen != 2L * i) {
                    throw new IllegalStateException("other memory was read: expected=" + 2L * i + " seen=" + seen);
                }
            }
        } finally {
            ended.set(true);
            collector.join();
        }
    }

    private static long lastAccesses(long number) {
        Memory memory = LinearMemory.create(1, 1).span(8, 800);
        memory.fill(0);
        for (int i = 0; i < 100; i++) {
            memory.storeI64(8L * i, number);
        }
        byte[] all = memory.loadBytes();
        return memory.getAndAddI64(0, all.length) + memory.loadI64(8);
    }

    private static void closeAll() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("ashlar-closed-");
        for (int i = 0; i < KINDS_OF_MEMORY; i++) {
            LinearMemory.create(1, 1).close();
            LinearMemory.map(folder.resolve("memory"), 1, 1).close();
            LinearMemory.createOnHeap(1, 1).storeI32(0, 1);
            collect();
        }
        Thread.sleep(1_000);
        for (String name : new String[] {"memory", "memory.lock", ""}) {
            Files.deleteIfExists(folder.resolve(name));
        }
    }

    @SuppressWarnings("SystemGc") // what this is about
    private static void collect() throws InterruptedException {
        System.gc();
        Thread.sleep(20);
    }
}
