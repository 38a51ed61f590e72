package dev.ashlar.benchmarks;

import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.alloc.SharedAllocator;
import dev.ashlar.memory.LinearMemory;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import java.util.function.LongUnaryOperator;
import org.lwjgl.system.jemalloc.JEmalloc;
import org.lwjgl.system.mimalloc.mimalloc;
import org.lwjgl.system.rpmalloc.RPmalloc;

/** An allocator that hands out plain addresses. */
interface AddressPeer extends AutoCloseable {
    long allocate(long byteSize);

    void free(long address);

    @Override
    default void close() {}

    static AddressPeer named(String name) {
        return switch (name) {
            case "malloc" -> of(CLibrary::malloc, CLibrary::free);
            case "calloc" -> of(CLibrary::calloc, CLibrary::free);
            case "rpmalloc" -> {
                RPmalloc.rpmalloc_initialize(null);
                yield of(RPmalloc::nrpmalloc, RPmalloc::nrpfree);
            }
            case "jemalloc" -> of(JEmalloc::nje_malloc, JEmalloc::nje_free);
            case "mimalloc" -> of(mimalloc::nmi_malloc, mimalloc::nmi_free);
            case "ashlar" -> new Ashlar();
            case "locked" -> new Locked(new Ashlar());
            case "shared" -> new Shared();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static AddressPeer of(LongUnaryOperator allocate, LongConsumer free) {
        return new AddressPeer() {
            @Override
            public long allocate(long byteSize) {
                return allocate.applyAsLong(byteSize);
            }

            @Override
            public void free(long address) {
                free.accept(address);
            }
        };
    }

    /** Another peer behind a lock. */
    record Locked(AddressPeer peer, ReentrantLock lock) implements AddressPeer {
        Locked(AddressPeer peer) {
            this(peer, new ReentrantLock());
        }

        @Override
        public long allocate(long byteSize) {
            lock.lock();
            try {
                return peer.allocate(byteSize);
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void free(long address) {
            lock.lock();
            try {
                peer.free(address);
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() {
            peer.close();
        }
    }

    /** Ours for many threads. */
    final class Shared implements AddressPeer {
        private final LinearMemory memory = LinearMemory.create(1, 1 << 18);
        private final SharedAllocator allocator = SharedAllocator.over(memory);

        @Override
        public long allocate(long byteSize) {
            return allocator.allocateAddress(byteSize);
        }

        @Override
        public void free(long address) {
            allocator.freeAddress(address);
        }

        @Override
        public void close() {
            memory.close();
        }
    }

    /** Ours: addresses in a linear memory. */
    final class Ashlar implements AddressPeer {
        private final LinearMemory memory = LinearMemory.create(1, 1 << 18);
        private final LinkedListAllocator allocator = LinkedListAllocator.over(memory);

        @Override
        public long allocate(long byteSize) {
            return allocator.allocateAddress(byteSize);
        }

        @Override
        public void free(long address) {
            allocator.freeAddress(address);
        }

        @Override
        public void close() {
            memory.close();
        }
    }
}
