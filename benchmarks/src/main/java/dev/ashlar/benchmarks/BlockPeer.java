package dev.ashlar.benchmarks;

import dev.ashlar.alloc.Allocator;
import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.alloc.SharedAllocator;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import io.netty.buffer.AdaptiveByteBufAllocator;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
import java.lang.foreign.Arena;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * An allocator that hands out objects which stand for zeroed memory.
 *
 * @param <T> such an object
 */
interface BlockPeer<T> extends AutoCloseable {
    T allocate(int byteSize);

    void free(T block);

    @Override
    default void close() {}

    static BlockPeer<?> named(String name) {
        return switch (name) {
            case "calloc" -> new Calloc();
            case "nettyPooled" -> new Netty(PooledByteBufAllocator.DEFAULT);
            case "nettyAdaptive" -> new Netty(new AdaptiveByteBufAllocator());
            case "arena" -> new Confined();
            case "ashlar" -> Ashlar.of(LinkedListAllocator::over);
            case "shared" -> Ashlar.of(SharedAllocator::over);
            case "locked" -> new Locked<>(Ashlar.of(LinkedListAllocator::over));
            case "ashlarArena" -> new AshlarArena();
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** Zeroed memory of the C library behind the least object there is. */
    final class Calloc implements BlockPeer<long[]> {
        @Override
        public long[] allocate(int byteSize) {
            return new long[] {CLibrary.calloc(byteSize)};
        }

        @Override
        public void free(long[] block) {
            CLibrary.free(block[0]);
        }
    }

    /** Netty's direct buffers, zeroed by hand since Netty does not. */
    record Netty(ByteBufAllocator allocator) implements BlockPeer<ByteBuf> {
        @Override
        public ByteBuf allocate(int byteSize) {
            return allocator.directBuffer(byteSize).setZero(0, byteSize);
        }

        @Override
        public void free(ByteBuf block) {
            block.release();
        }
    }

    /** One confined arena for each block, the way {@code java.lang.foreign} frees blocks one by one. */
    final class Confined implements BlockPeer<Arena> {
        @Override
        public Arena allocate(int byteSize) {
            Arena arena = Arena.ofConfined();
            arena.allocate(byteSize, 16);
            return arena;
        }

        @Override
        public void free(Arena block) {
            block.close();
        }
    }

    /** One of our arenas for each block, as {@link Confined} has it. */
    final class AshlarArena implements BlockPeer<Arena> {
        private final LinearMemory memory = LinearMemory.create(1, 1 << 18);
        private final LinkedListAllocator allocator = LinkedListAllocator.over(memory);

        @Override
        public Arena allocate(int byteSize) {
            Arena arena = allocator.openArena();
            arena.allocate(byteSize, 16);
            return arena;
        }

        @Override
        public void free(Arena block) {
            block.close();
        }

        @Override
        public void close() {
            memory.close();
        }
    }

    /** Our handles. */
    record Ashlar(Allocator allocator) implements BlockPeer<Memory> {
        static Ashlar of(Function<LinearMemory, Allocator> allocator) {
            return new Ashlar(allocator.apply(LinearMemory.create(1, 1 << 18)));
        }

        @Override
        public Memory allocate(int byteSize) {
            return allocator.allocate(byteSize);
        }

        @Override
        public void free(Memory block) {
            block.free();
        }

        @Override
        public void close() {
            allocator.memory().close();
        }
    }

    /** Another peer behind a lock. */
    record Locked<T>(BlockPeer<T> peer, ReentrantLock lock) implements BlockPeer<T> {
        Locked(BlockPeer<T> peer) {
            this(peer, new ReentrantLock());
        }

        @Override
        public T allocate(int byteSize) {
            lock.lock();
            try {
                return peer.allocate(byteSize);
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void free(T block) {
            lock.lock();
            try {
                peer.free(block);
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() {
            peer.close();
        }
    }
}
