package dev.ashlar.alloc;

import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.MapOption;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;

/**
 * One of several processes that open the same heap, by any name it has, link nodes into it, and make it lose its lock. It notes
 * every node that it has linked in a file of its own: number and mark, 8 bytes each.
 */
final class SoakingWriter {
    static final long MAX_PAGES = 512;
    static final long NODE_BYTE_SIZE = 48;

    /** Most nodes of one opening, so that the list does not get long before the soak is over. */
    private static final int MOST_NODES = 200;

    private final Path folder;
    private final String identity;
    private final RandomAccessFile notes;
    private final Random random;

    private SoakingWriter(Path folder, String identity, RandomAccessFile notes, long seed) {
        this.folder = folder;
        this.identity = identity;
        this.notes = notes;
        this.random = new Random(seed);
    }

    static Process start(Path folder, String identity, Path notes, long seed) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        root(LinearMemory.class) + ":" + root(SoakingWriter.class),
                        SoakingWriter.class.getName(),
                        folder.toString(),
                        identity,
                        notes.toString(),
                        Long.toString(seed))
                .redirectErrorStream(true)
                .redirectOutput(
                        notes.resolveSibling(notes.getFileName() + ".out").toFile())
                .start();
    }

    private static Path root(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @SuppressWarnings("InfiniteLoopStatement") // its parent kills it
    public static void main(String[] arguments) throws IOException {
        try (RandomAccessFile notes = new RandomAccessFile(arguments[2], "rw")) {
            notes.seek(notes.length());
            SoakingWriter writer =
                    new SoakingWriter(Path.of(arguments[0]), arguments[1], notes, Long.parseLong(arguments[3]));
            while (true) {
                writer.visit();
            }
        }
    }

    /** The identity of the file that a name leads to, or nothing. */
    static String identityOf(Path path) {
        try {
            return String.valueOf(Files.getAttribute(path, "fileKey"));
        } catch (IOException gone) {
            return "";
        }
    }

    /** The names that the heap has now. */
    static List<Path> names(Path folder, String identity) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(path -> identityOf(path).equals(identity)).toList();
        }
    }

    private void visit() throws IOException {
        List<Path> names = names(folder, identity);
        if (names.isEmpty()) {
            return;
        }
        Path name = names.get(random.nextInt(names.size()));
        try (LinearMemory memory = LinearMemory.map(name, 0, MAX_PAGES, MapOption.ASSUME_ALLOCATED)) {
            if (identityOf(name).equals(identity)) {
                work(memory, Objects.requireNonNull(memory.file()));
            }
        } catch (IOException refused) {
            // Another process has it, or it was renamed.
        }
    }

    private void work(LinearMemory memory, Path file) throws IOException {
        try {
            LinkedListAllocator heap = LinkedListAllocator.open(memory);
            ArrayDeque<Long> others = new ArrayDeque<>();
            for (int i = random.nextInt(MOST_NODES); i >= 0; i--) {
                push(memory, heap);
                churn(heap, others);
                if (random.nextInt(40) == 0) {
                    loseTheLock(file);
                }
            }
            others.forEach(heap::freeAddress);
        } catch (IllegalStateException stopped) {
            String message = String.valueOf(stopped.getMessage());
            // Cut short is what a memory finds that was mapped before the first writer grew the file for the last time.
            // Were the
            // heap so for good, the test could not open it in the end.
            boolean isExpected = message.contains("another writer")
                    || message.contains("since it was mapped")
                    || message.contains("heap is cut short");
            if (!isExpected) {
                throw stopped;
            }
        }
    }

    private void push(LinearMemory memory, LinkedListAllocator heap) throws IOException {
        long first = heap.rootAddress();
        long number = first == 0 ? 1 : memory.loadI64(first + 8) + 1;
        long mark = random.nextLong();
        long node = heap.allocateAddress(NODE_BYTE_SIZE);
        memory.storeI64(node, first);
        memory.storeI64(node + 8, number);
        memory.storeI64(node + 16, mark);
        LiveBlocks.fill(memory, node + 24, NODE_BYTE_SIZE - 24, (int) mark);
        heap.rootAddress(node);
        notes.write(ByteBuffer.allocate(16).putLong(number).putLong(mark).array());
    }

    private void churn(LinkedListAllocator heap, ArrayDeque<Long> others) {
        if (others.size() > 20) {
            heap.freeAddress(others.remove());
        }
        others.add(heap.allocateAddress(1 + random.nextInt(random.nextInt(4) == 0 ? 4_000 : 500)));
    }

    private void loseTheLock(Path file) throws IOException {
        Path sibling = file.resolveSibling(file.getFileName() + ".lock");
        try {
            // Shows no other process any longer that this one has the file.
            Files.newInputStream(file).close();
            switch (random.nextInt(4)) {
                case 0 -> Files.readAllBytes(sibling);
                case 1 -> Files.deleteIfExists(sibling);
                case 2 -> Files.createLink(folder.resolve("heap-" + random.nextInt(3)), file);
                default -> {
                    if (names(folder, identity).size() > 1) {
                        Files.delete(file);
                    }
                }
            }
        } catch (IOException otherwiseNamed) {
            // The others do the same.
        }
    }
}
