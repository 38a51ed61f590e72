package dev.ashlar.benchmarks;

import dev.ashlar.memory.LinearMemory;
import java.nio.ByteBuffer;
import java.util.concurrent.ArrayBlockingQueue;
import org.agrona.concurrent.AtomicBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.ManyToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.OneToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.RingBuffer;
import org.agrona.concurrent.ringbuffer.RingBufferDescriptor;

/** A queue of quotes from one thread to another. */
interface RingPeer extends AutoCloseable {
    int CAPACITY = 1_024;

    /** Sends one quote; returns false if there is no room. */
    boolean send(long number);

    /** Receives one quote; returns its number, or -1 if there is none. */
    long receive();

    @Override
    default void close() {}

    /** Makes the peer of a name. */
    static RingPeer named(String name) {
        return switch (name) {
            case "ring" -> new OfRing(false);
            case "shared" -> new OfRing(true);
            case "records" -> new OfRecords();
            case "agronaOne" -> new OfAgrona(false);
            case "agronaMany" -> new OfAgrona(true);
            case "queue" -> new OfQueue();
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** A ring of Ashlar, by cursors. */
    final class OfRing implements RingPeer {
        private final LinearMemory memory = LinearMemory.create(2);
        private final QuoteRing ring;
        private final QuoteView.Cursor slot;
        private final QuoteView.Cursor quote;

        OfRing(boolean isShared) {
            ring = isShared
                    ? QuoteRing.createShared(memory.whole(), CAPACITY)
                    : QuoteRing.create(memory.whole(), CAPACITY);
            slot = ring.cursor();
            quote = ring.cursor();
        }

        @Override
        public boolean send(long number) {
            if (!ring.claim(slot)) {
                return false;
            }
            slot.number(number).price((double) number).size(1);
            ring.publish(slot);
            return true;
        }

        @Override
        public long receive() {
            return ring.poll(quote) ? quote.number() + (long) quote.price() + quote.size() : -1;
        }

        @Override
        public void close() {
            memory.close();
        }
    }

    /** A ring of Ashlar, by records. */
    final class OfRecords implements RingPeer {
        private final LinearMemory memory = LinearMemory.create(2);
        private final QuoteRing ring = QuoteRing.create(memory.whole(), CAPACITY);

        @Override
        public boolean send(long number) {
            return ring.offer(new Quote(number, (double) number, 1));
        }

        @Override
        public long receive() {
            Quote quote = ring.poll();
            return quote == null ? -1 : quote.number() + (long) quote.price() + quote.size();
        }

        @Override
        public void close() {
            memory.close();
        }
    }

    /** A ring buffer of Agrona, whose messages are claimed and read in place. */
    final class OfAgrona implements RingPeer {
        private static final int MESSAGE_BYTE_SIZE = 24;
        private static final int RECORD_BYTE_SIZE = 32;

        private final RingBuffer ring;
        private long received;

        OfAgrona(boolean isShared) {
            UnsafeBuffer bytes = new UnsafeBuffer(
                    ByteBuffer.allocateDirect(CAPACITY * RECORD_BYTE_SIZE + RingBufferDescriptor.TRAILER_LENGTH));
            ring = isShared ? new ManyToOneRingBuffer(bytes) : new OneToOneRingBuffer(bytes);
        }

        @Override
        public boolean send(long number) {
            int index = ring.tryClaim(1, MESSAGE_BYTE_SIZE);
            if (index < 0) {
                return false;
            }
            AtomicBuffer buffer = ring.buffer();
            buffer.putLong(index, number);
            buffer.putDouble(index + 8, (double) number);
            buffer.putInt(index + 16, 1);
            ring.commit(index);
            return true;
        }

        @Override
        public long receive() {
            int count = ring.read(
                    (type, buffer, index, length) -> received =
                            buffer.getLong(index) + (long) buffer.getDouble(index + 8) + buffer.getInt(index + 16),
                    1);
            return count == 0 ? -1 : received;
        }
    }

    /** A queue of records. */
    final class OfQueue implements RingPeer {
        private final ArrayBlockingQueue<Quote> queue = new ArrayBlockingQueue<>(CAPACITY);

        @Override
        public boolean send(long number) {
            return queue.offer(new Quote(number, (double) number, 1));
        }

        @Override
        public long receive() {
            Quote quote = queue.poll();
            return quote == null ? -1 : quote.number() + (long) quote.price() + quote.size();
        }
    }
}
