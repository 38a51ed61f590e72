package dev.ashlar.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousServerSocketChannel;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.Pipe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What memories and handles promise to several threads. */
class LinearMemoryThreadsTest {
    private static final long PAGE = LinearMemory.PAGE_BYTE_SIZE;
    private static final int THREADS = 4;

    @EveryBacking
    void grow_whileOthersRead_showsThemWholePagesOnly(BackingKind kind)
            throws InterruptedException, ExecutionException {
        long maxPages = 64;
        try (LinearMemory memory = kind.create(1, maxPages)) {
            AtomicLong written = new AtomicLong(writePage(memory, 0));
            List<Callable<Object>> tasks = new ArrayList<>();
            for (int reader = 0; reader < THREADS - 1; reader++) {
                tasks.add(() -> readUntil(memory, written, maxPages));
            }
            tasks.add(() -> {
                for (long page = 1; page < maxPages; page++) {
                    assertThat(memory.grow(1)).isEqualTo(page);
                    written.set(writePage(memory, page));
                }
                return written;
            });
            runAll(tasks);
            assertThat(memory.pages()).isEqualTo(maxPages);
        }
    }

    /** Writes the number of the page into its last bytes; returns the number of pages written. */
    private static long writePage(LinearMemory memory, long page) {
        memory.storeI64((page + 1) * PAGE - 8, page);
        return page + 1;
    }

    private static Object readUntil(LinearMemory memory, AtomicLong written, long maxPages) {
        long pages = 0;
        while (pages < maxPages) {
            pages = written.get();
            assertThat(memory.pages()).isGreaterThanOrEqualTo(pages);
            for (long page = 0; page < pages; page++) {
                assertThat(memory.loadI64((page + 1) * PAGE - 8)).isEqualTo(page);
            }
        }
        return memory;
    }

    @EveryBacking
    void grow_bySeveralThreads_losesNoPage(BackingKind kind) throws InterruptedException, ExecutionException {
        try (LinearMemory memory = kind.create(0, 100)) {
            AtomicInteger refused = new AtomicInteger();
            boolean[] seen = new boolean[100];
            runAll(copies(() -> {
                for (int i = 0; i < 30; i++) {
                    long before = memory.grow(1);
                    if (before < 0) {
                        refused.incrementAndGet();
                    } else {
                        seen[(int) before] = true;
                    }
                }
                return seen;
            }));
            assertThat(memory.pages()).isEqualTo(100);
            assertThat(refused).hasValue(THREADS * 30 - 100);
            assertThat(seen).containsOnly(true);
        }
    }

    @EveryBacking
    void memories_usedSideBySide_doNotMix(BackingKind kind) throws InterruptedException, ExecutionException {
        AtomicInteger names = new AtomicInteger();
        runAll(copies(() -> {
            int name = names.incrementAndGet();
            for (int round = 0; round < 5; round++) {
                try (LinearMemory memory = kind.create(1, 4)) {
                    memory.fill(0, name, PAGE);
                    assertThat(memory.grow(2)).isEqualTo(1);
                    memory.fill(PAGE, name, 2 * PAGE);
                    assertThat(holdsOnly(memory, name)).isTrue();
                }
            }
            return names;
        }));
    }

    private static boolean holdsOnly(LinearMemory memory, int value) {
        byte[] expected = new byte[(int) memory.byteSize()];
        Arrays.fill(expected, (byte) value);
        return Arrays.equals(memory.whole().loadBytes(), expected);
    }

    @EveryBacking
    void atomics_bySeveralThreads_loseNoUpdate(BackingKind kind) throws InterruptedException, ExecutionException {
        int rounds = 20_000;
        try (LinearMemory memory = kind.create(1, 1)) {
            Memory handle = memory.span(64, 64);
            runAll(copies(() -> {
                for (int i = 0; i < rounds; i++) {
                    handle.getAndAddI32(0, 1);
                    handle.getAndAddI64(8, 1L << 32);
                    addByCompareAndSet(handle);
                    handle.getAndBitwiseXorI32(24, 1 << (i % 32));
                }
                return handle;
            }));
            assertThat(handle.loadI32(0)).isEqualTo(THREADS * rounds);
            assertThat(handle.loadI64(8)).isEqualTo(((long) THREADS * rounds) << 32);
            assertThat(handle.loadI32(16)).isEqualTo(THREADS * rounds);
            assertThat(handle.loadI32(24)).isZero();
        }
    }

    private static void addByCompareAndSet(Memory handle) {
        int value = handle.loadI32Volatile(16);
        while (true) {
            int seen = handle.compareAndExchangeI32(16, value, value + 1);
            if (seen == value) {
                return;
            }
            value = seen;
        }
    }

    @EveryBacking
    void releaseAndAcquire_carryPlainStoresAcross(BackingKind kind) throws InterruptedException, ExecutionException {
        int rounds = 20_000;
        try (LinearMemory memory = kind.create(1, 1)) {
            Memory handle = memory.span(0, 64);
            runAll(List.of(
                    () -> {
                        for (int i = 1; i <= rounds; i++) {
                            handle.storeI64(8, i);
                            handle.storeI32Release(0, i);
                        }
                        return handle;
                    },
                    () -> {
                        for (int seen = 0; seen < rounds; ) {
                            seen = handle.loadI32Acquire(0);
                            assertThat(handle.loadI64(8)).isGreaterThanOrEqualTo(seen);
                        }
                        return handle;
                    }));
        }
    }

    @EveryBacking
    void close_whileOthersAccess_givesThemIllegalStateExceptionsOnly(BackingKind kind)
            throws InterruptedException, ExecutionException {
        List<Consumer<LinearMemory>> accesses = List.of(
                memory -> memory.loadI64(100),
                memory -> memory.storeI8(200, 1),
                memory -> memory.fill(300, 1, 10_000),
                memory -> memory.copy(20_000, 10_000, 10_000),
                memory -> memory.whole().loadBytes(0, 1000),
                memory -> memory.whole().storeBytes(0, new byte[1000]),
                memory -> memory.whole().getAndAddI64(800, 1),
                memory -> memory.span(400, 400).loadF64(392),
                memory -> memory.grow(0),
                memory -> memory.segment());
        try (ExecutorService threads = Executors.newFixedThreadPool(accesses.size())) {
            for (int round = 0; round < 5; round++) {
                LinearMemory memory = kind.create(1, 2);
                CountDownLatch running = new CountDownLatch(accesses.size());
                List<Future<?>> users = new ArrayList<>();
                for (Consumer<LinearMemory> access : accesses) {
                    users.add(threads.submit(() -> useUntilClosed(memory, access, running)));
                }
                running.await();
                memory.close();
                for (Future<?> user : users) {
                    user.get();
                }
            }
        }
    }

    private static void useUntilClosed(LinearMemory memory, Consumer<LinearMemory> access, CountDownLatch running) {
        AtomicLong rounds = new AtomicLong();
        assertThatIllegalStateException()
                .isThrownBy(() -> {
                    while (true) {
                        access.accept(memory);
                        // Atomic, so that the closing is seen: plain fields promise nothing here.
                        if (rounds.incrementAndGet() == 100) {
                            running.countDown();
                        }
                    }
                })
                .withMessageContaining("closed");
        assertThat(memory.isClosed() || !memory.whole().isAlive()).isTrue();
    }

    @EveryBacking
    void close_bySeveralThreads_happensOnce(BackingKind kind) throws InterruptedException, ExecutionException {
        for (int round = 0; round < 20; round++) {
            LinearMemory memory = kind.create(1, 1);
            runAll(copies(() -> {
                memory.close();
                assertThat(memory.isClosed()).isTrue();
                return memory;
            }));
        }
    }

    @Test
    void span_thatMeetsTheClosingOfHeapMemory_isRevokedToo() throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 500; round++) {
                LinearMemory memory = LinearMemory.createOnHeap(1, 1);
                Future<Memory> span = threads.submit(() -> memory.span(0, 8));
                Future<?> closing = threads.submit(memory::close);
                closing.get();
                try {
                    Memory handle = span.get();
                    assertThatIllegalStateException().isThrownBy(() -> handle.loadI64(0));
                } catch (ExecutionException closedBefore) {
                    assertThat(closedBefore).hasCauseInstanceOf(IllegalStateException.class);
                }
            }
        }
    }

    @Test
    void close_whileAChannelReadsIntoIt_isRefused_andTheMemoryStaysOpen()
            throws IOException, InterruptedException, ExecutionException {
        LinearMemory memory = LinearMemory.create(1, 1);
        try (AsynchronousServerSocketChannel server = AsynchronousServerSocketChannel.open()
                        .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                AsynchronousSocketChannel reader = AsynchronousSocketChannel.open()) {
            reader.connect(Objects.requireNonNull(server.getLocalAddress())).get();
            try (AsynchronousSocketChannel writer = server.accept().get()) {
                Future<Integer> reading = reader.read(memory.segment().asByteBuffer());
                assertThatIllegalStateException().isThrownBy(memory::close);
                assertThat(memory.isClosed()).isFalse();
                memory.storeI8(100, 7);
                writer.write(ByteBuffer.wrap(new byte[] {1, 2, 3})).get();
                assertThat(reading.get()).isEqualTo(3);
            }
        }
        assertThat(memory.loadI32(0)).isEqualTo(0x0003_0201);
        memory.close();
    }

    @Test
    void access_toASpanOfAnotherThreadsMemory_isFine() throws InterruptedException, ExecutionException {
        try (Arena arena = Arena.ofShared()) {
            Memory handle = Memory.of(arena.allocate(8));
            runAll(copies(() -> handle.getAndAddI64(0, 1)));
            assertThat(handle.loadI64(0)).isEqualTo(THREADS);
        }
    }

    private static List<Callable<Object>> copies(Callable<Object> task) {
        List<Callable<Object>> tasks = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            tasks.add(task);
        }
        return tasks;
    }

    private static void runAll(List<Callable<Object>> tasks) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(tasks.size())) {
            for (Future<Object> future : threads.invokeAll(tasks)) {
                future.get();
            }
        }
    }

    /** A system call on a segment cannot be cut off, so the memory waits for its end. */
    @Test
    void close_whileAnotherThreadWritesASegmentToAChannel_isRefusedAndSaysWhy() throws Exception {
        LinearMemory memory = LinearMemory.create(16, 16);
        Pipe pipe = Pipe.open();
        Thread writer = Thread.ofPlatform().start(() -> {
            try {
                // More than a pipe holds.
                pipe.sink().write(memory.segment().asByteBuffer());
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
        while (writer.getState() == Thread.State.NEW || !isInSystemCall(writer)) {
            Thread.onSpinWait();
        }
        assertThatIllegalStateException()
                .isThrownBy(memory::close)
                .withMessageStartingWith(
                        "memory stays open, because another thread is in a system call on a segment of it");
        assertThat(memory.isClosed()).isFalse();
        memory.storeI32(0, 1);
        pipe.source().configureBlocking(false);
        ByteBuffer read = ByteBuffer.allocate(1 << 20);
        while (writer.isAlive()) {
            read.clear();
            pipe.source().read(read);
        }
        memory.close();
        pipe.sink().close();
        pipe.source().close();
    }

    private static boolean isInSystemCall(Thread thread) {
        StackTraceElement[] frames = thread.getStackTrace();
        return frames.length > 0
                && frames[0].isNativeMethod()
                && frames[0].getMethodName().startsWith("write");
    }
}
