package dev.ashlar.alloc;

import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.foreign.Arena;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A process that has a heap in a file open and works on it, without growing or flushing it unless told to, until it finds that
 * another writer has come. It does what it is told through its input, and answers each line with one.
 */
final class FirstWriter implements AutoCloseable {
    static final long MAX_PAGES = 64;
    static final int NODES = 100;
    static final long NODE_BYTE_SIZE = 48;

    /** The blocks that it allocates when it is told to grow. */
    static final long LARGE_BYTE_SIZE = LinearMemory.PAGE_BYTE_SIZE;

    static final int LARGE_SEED = 11;

    private final Process process;
    private final BufferedReader output;

    private FirstWriter(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** One whose memory has some pages at first. With fewer than the maximum it does nothing but what it is told to. */
    static FirstWriter start(Path file, long minPages) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        root(LinearMemory.class) + ":" + root(FirstWriter.class),
                        FirstWriter.class.getName(),
                        file.toString(),
                        Long.toString(minPages))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new FirstWriter(process);
    }

    private static Path root(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String answer() throws IOException {
        return Objects.requireNonNullElse(output.readLine(), "the first writer ended");
    }

    String tell(String command) throws IOException {
        process.outputWriter(StandardCharsets.UTF_8).write(command + "\n");
        process.outputWriter(StandardCharsets.UTF_8).flush();
        return answer();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    @SuppressWarnings("SystemOut") // this is how the process answers
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path file = Path.of(arguments[0]);
        long minPages = Long.parseLong(arguments[1]);
        LinearMemory memory = LinearMemory.map(file, minPages, MAX_PAGES);
        LinkedListAllocator heap = LinkedListAllocator.openOrCreate(memory);
        for (int i = 0; i < NODES; i++) {
            push(memory, heap, i);
        }
        Work work = new Work(memory, heap);
        Thread worker = Thread.ofPlatform().unstarted(work);
        if (minPages == MAX_PAGES) {
            worker.start();
        }
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.out.println("ready");
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            String[] words = line.split(" ", 2);
            System.out.println(
                    switch (words[0]) {
                        case "touch" -> "bytes=" + Files.readAllBytes(Path.of(words[1])).length;
                        case "map" -> map(Path.of(words[1]));
                        case "read" -> read(Path.of(words[1]));
                        case "stop" -> {
                            work.isTold = true;
                            yield ended(worker, work);
                        }
                        case "ended" -> ended(worker, work);
                        case "refusals" -> "refusals=" + refusals(heap, work);
                        case "grow" -> {
                            long address = heap.allocateAddress(LARGE_BYTE_SIZE);
                            LiveBlocks.fill(memory, address, LARGE_BYTE_SIZE, LARGE_SEED);
                            yield Long.toString(address);
                        }
                        case "pages" -> Long.toString(memory.pages());
                        case "trim" -> {
                            heap.freeAddress(Long.parseLong(words[1]));
                            heap.trim();
                            yield "trimmed";
                        }
                        case "close" -> {
                            memory.close();
                            yield "closed";
                        }
                        default -> throw new IllegalArgumentException(line);
                    });
        }
    }

    static void push(LinearMemory memory, LinkedListAllocator heap, int number) {
        long node = heap.allocateAddress(NODE_BYTE_SIZE);
        memory.storeI64(node, heap.rootAddress());
        memory.storeI64(node + 8, number);
        LiveBlocks.fill(memory, node + 16, NODE_BYTE_SIZE - 16, number);
        heap.rootAddress(node);
    }

    private static String map(Path path) {
        try {
            LinearMemory.map(path, 0, MAX_PAGES).close();
            return "mapped";
        } catch (IOException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private static String read(Path path) throws IOException {
        try (Arena arena = Arena.ofConfined();
                LinearMemory memory = LinearMemory.mapReadOnly(path)) {
            return "pages=" + memory.pages() + " byteSize="
                    + Memory.mapReadOnly(path, arena).length();
        }
    }

    private static String ended(Thread worker, Work work) throws InterruptedException {
        worker.join(TimeUnit.MINUTES.toMillis(1));
        return worker.isAlive()
                ? "still working"
                : "operations after the other one came: " + work.late + ", ended by: " + work.failure;
    }

    /** How many of six operations are refused, for ever, by a sentence about the other writer. */
    private static int refusals(LinkedListAllocator heap, Work work) {
        int refusals = 0;
        for (Runnable operation : new Runnable[] {
            () -> heap.allocateAddress(16),
            () -> heap.allocateAddress(3_000),
            () -> heap.freeAddress(work.blocks.getFirst().address),
            () -> heap.reallocateAddress(work.blocks.getFirst().address, 5_000),
            () -> heap.rootAddress(0),
            heap::recover,
            heap::flush
        }) {
            try {
                operation.run();
            } catch (IllegalStateException refused) {
                refusals += String.valueOf(refused.getMessage()).contains("another writer") ? 1 : 0;
            }
        }
        return refusals;
    }

    private record Block(long address, int length, int seed) {}

    /** Allocates and frees blocks of all sizes. */
    private static final class Work implements Runnable {
        private static final int MOST = 60;

        private final LinearMemory memory;
        private final LinkedListAllocator heap;
        private final long writer;
        private final Random random = new Random(7);
        private final ArrayDeque<Block> blocks = new ArrayDeque<>();
        private volatile boolean isTold;
        /** Read when the thread has ended. */
        private long late;

        @Nullable
        private volatile String failure;

        private Work(LinearMemory memory, LinkedListAllocator heap) {
            this.memory = memory;
            this.heap = heap;
            this.writer = Inside.writer(memory);
            for (int i = 0; i < MOST / 2; i++) {
                allocate();
            }
        }

        @Override
        public void run() {
            try {
                while (!isTold || blocks.isEmpty()) {
                    boolean isLate = Inside.writer(memory) != writer;
                    step();
                    late += isLate ? 1 : 0;
                }
            } catch (Throwable thrown) {
                failure = thrown.toString();
            }
        }

        private void step() {
            if (blocks.size() < MOST && random.nextBoolean()) {
                allocate();
            } else if (blocks.size() > 1) {
                Block block = blocks.getFirst();
                LiveBlocks.assertFilled(memory, block.address, block.length, block.seed);
                heap.freeAddress(block.address);
                blocks.removeFirst();
            }
        }

        private void allocate() {
            int length = random.nextInt(10) == 0 ? 600 + random.nextInt(5_000) : 1 + random.nextInt(512);
            Block block = new Block(heap.allocateAddress(length), length, random.nextInt());
            LiveBlocks.fill(memory, block.address, length, block.seed);
            blocks.add(block);
        }
    }
}
