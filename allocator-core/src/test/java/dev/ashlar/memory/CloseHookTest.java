package dev.ashlar.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousServerSocketChannel;
import java.nio.channels.AsynchronousSocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The last look at a memory. */
class CloseHookTest {
    private final List<String> said = new ArrayList<>();

    @EveryBacking
    void close_whenHooksAreThere_asksThemWhileTheBytesAreAndRunsTheAnswersAfterwards(BackingKind kind) {
        LinearMemory memory = kind.create(1, 2);
        memory.storeI32(0, 42);
        memory.addCloseHook(() -> {
            said.add("first sees " + memory.loadI32(0));
            return () -> said.add("first is told: closed=" + memory.isClosed());
        });
        memory.addCloseHook(() -> {
            said.add("second sees " + memory.loadI32(0));
            return () -> said.add("second is told: closed=" + memory.isClosed());
        });
        memory.addCloseHook(() -> null);
        memory.close();
        memory.close();
        assertThat(said)
                .containsExactly(
                        "second sees 42", "first sees 42", "second is told: closed=true", "first is told: closed=true");
    }

    @Test
    void removeCloseHook_whenItIsThere_isNotAsked() {
        LinearMemory memory = LinearMemory.create(1);
        CloseHook removed = hook("removed");
        memory.addCloseHook(hook("kept"));
        memory.addCloseHook(removed);
        memory.removeCloseHook(removed);
        memory.removeCloseHook(removed);
        memory.close();
        assertThat(said).containsExactly("kept");
    }

    @Test
    void close_whenHooksThrow_closesAsksAllAndThrowsTheFirst() {
        LinearMemory memory = LinearMemory.create(1);
        memory.addCloseHook(hook("first"));
        memory.addCloseHook(() -> () -> {
            throw new IllegalStateException("answer");
        });
        memory.addCloseHook(() -> {
            throw new IllegalStateException("look");
        });
        assertThatThrownBy(memory::close)
                .hasMessage("look")
                .satisfies(thrown -> assertThat(thrown.getSuppressed()).hasSize(1));
        assertThat(memory.isClosed()).isTrue();
        assertThat(said).containsExactly("first");
        memory.close();
    }

    @Test
    void close_whenItIsRefused_runsNoAnswerUntilItIsNot() throws Exception {
        LinearMemory memory = LinearMemory.create(1);
        memory.addCloseHook(hook("told"));
        try (AsynchronousServerSocketChannel server = AsynchronousServerSocketChannel.open()
                        .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                AsynchronousSocketChannel reader = AsynchronousSocketChannel.open()) {
            reader.connect(Objects.requireNonNull(server.getLocalAddress())).get();
            try (AsynchronousSocketChannel writer = server.accept().get()) {
                Future<Integer> reading = reader.read(memory.segment().asByteBuffer());
                assertThatThrownBy(memory::close).isInstanceOf(IllegalStateException.class);
                assertThat(memory.isClosed()).isFalse();
                assertThat(said).isEmpty();
                writer.write(ByteBuffer.wrap(new byte[1])).get();
                assertThat(reading.get()).isEqualTo(1);
            }
        }
        memory.close();
        assertThat(said).containsExactly("told");
    }

    @Test
    void close_whenManyThreadsClose_runsEachAnswerOnce() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 200; round++) {
                LinearMemory memory = LinearMemory.createOnHeap(1, 1);
                memory.addCloseHook(() -> () -> {
                    synchronized (said) {
                        said.add("told");
                    }
                });
                Callable<Void> close = () -> {
                    memory.close();
                    return null;
                };
                for (var closing : threads.invokeAll(List.of(close, close, close, close))) {
                    closing.get();
                }
            }
        }
        assertThat(said).hasSize(200);
    }

    @Test
    void addCloseHook_whenTheMemoryIsClosed_isRefused() {
        LinearMemory memory = LinearMemory.create(1);
        memory.close();
        assertThatThrownBy(() -> memory.addCloseHook(hook("late"))).isInstanceOf(IllegalStateException.class);
    }

    private CloseHook hook(String word) {
        return () -> () -> said.add(word);
    }
}
