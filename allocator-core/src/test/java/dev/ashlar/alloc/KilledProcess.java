package dev.ashlar.alloc;

import dev.ashlar.memory.LinearMemory;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * A process that works on a heap in a file until it is killed: it allocates, writes, links, frees and resizes blocks,
 * and notes in {@link Acknowledgements} what has returned.
 */
final class KilledProcess {
    static final long MAX_PAGES = 128;

    /** A node of the list that starts at the root: next, sequence number, and a pattern by that number. */
    static final long NODE_BYTE_SIZE = 48;

    private static final int LONGEST_LIST = 40;

    private final LinearMemory memory;
    private final LinkedListAllocator allocator;
    private final Acknowledgements acknowledged;
    private final Random random;

    private KilledProcess(LinearMemory memory, LinearMemory acknowledgements, long seed) {
        this.memory = memory;
        this.allocator = LinkedListAllocator.openOrCreate(memory);
        this.acknowledged = new Acknowledgements(acknowledgements);
        this.random = new Random(seed);
    }

    static Process start(Path heap, Path acknowledgements, long seed, String... flags) throws IOException {
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC");
        java.command().addAll(List.of(flags));
        java.command()
                .addAll(List.of(
                        "-cp",
                        root(LinearMemory.class) + File.pathSeparator + root(KilledProcess.class),
                        KilledProcess.class.getName(),
                        heap.toString(),
                        acknowledgements.toString(),
                        Long.toString(seed)));
        return java.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static Path root(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @SuppressWarnings({"SystemOut", "InfiniteLoopStatement"}) // this is how the process answers, and how it ends
    public static void main(String[] arguments) throws IOException {
        try (LinearMemory memory = LinearMemory.map(Path.of(arguments[0]), 1, MAX_PAGES);
                LinearMemory acknowledgements = LinearMemory.map(Path.of(arguments[1]), 1, 1)) {
            KilledProcess process = new KilledProcess(memory, acknowledgements, Long.parseLong(arguments[2]));
            System.out.write("ready\n".getBytes(StandardCharsets.UTF_8));
            System.out.flush();
            while (true) {
                process.step();
            }
        }
    }

    private void step() {
        try {
            int dice = random.nextInt(10);
            if (dice == 0) {
                push();
            } else if (dice == 1) {
                pop();
            } else {
                change(random.nextInt(Acknowledgements.COUNT));
            }
        } catch (OutOfLinearMemoryException full) {
            for (int entry = 0; entry < Acknowledgements.COUNT; entry += 2) {
                free(entry);
            }
        }
    }

    private void change(int entry) {
        if (acknowledged.state(entry) == Acknowledgements.NONE) {
            long length = nextLength();
            enter(entry, allocator.allocateAddress(length, nextAlignment()), length);
        } else if (random.nextBoolean()) {
            free(entry);
        } else {
            long length = nextLength();
            acknowledged.resizing(entry, length);
            long address;
            try {
                address = allocator.reallocateAddress(acknowledged.address(entry), length, nextAlignment());
            } catch (OutOfLinearMemoryException full) {
                acknowledged.unchanged(entry);
                throw full;
            }
            acknowledged.gone(entry);
            enter(entry, address, length);
        }
    }

    private void enter(int entry, long address, long length) {
        int seed = random.nextInt();
        LiveBlocks.fill(memory, address, length, seed);
        acknowledged.live(entry, address, length, seed);
    }

    private void free(int entry) {
        if (acknowledged.state(entry) == Acknowledgements.LIVE) {
            acknowledged.freeing(entry);
            allocator.freeAddress(acknowledged.address(entry));
            acknowledged.gone(entry);
        }
    }

    private void push() {
        long first = allocator.rootAddress();
        long sequence = first == 0 ? 1 : memory.loadI64(first + 8) + 1;
        if (first != 0 && sequence % LONGEST_LIST == 0) {
            return;
        }
        long node = allocator.allocateAddress(NODE_BYTE_SIZE);
        memory.storeI64(node, first);
        memory.storeI64(node + 8, sequence);
        LiveBlocks.fill(memory, node + 16, NODE_BYTE_SIZE - 16, (int) sequence);
        allocator.rootAddress(node);
    }

    private void pop() {
        long first = allocator.rootAddress();
        if (first != 0) {
            allocator.rootAddress(memory.loadI64(first));
            allocator.freeAddress(first);
        }
    }

    /** Mostly small, at times long enough that the heap grows. */
    private long nextLength() {
        return 1L + random.nextInt(1 << random.nextInt(1, random.nextInt(20) == 0 ? 18 : 13));
    }

    private long nextAlignment() {
        return random.nextInt(4) == 0 ? 1L << random.nextInt(13) : 16;
    }
}
