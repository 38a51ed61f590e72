package dev.ashlar.arrow;

import dev.ashlar.memory.Memory;
import dev.ashlar.memory.Pin;
import dev.ashlar.struct.StructColumns;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One stream of batches as its consumer goes through it. Each batch has a pin of its own, and the stream has one until it is
 * released, so that the block is held from the export to the last release.
 */
final class Batches {
    private final StructColumns<?, ?> columns;
    private final Field root;
    private final long batchRows;
    private final Pin pin;
    /** The batches that the consumer has not released. */
    private final Set<Lease> handedOut = new HashSet<>();

    private long next;
    private boolean isReleased;
    private boolean isUnpinned;
    private MemorySegment lastError = MemorySegment.NULL;

    Batches(StructColumns<?, ?> columns, Field root, long batchRows) {
        this.columns = columns;
        this.root = root;
        this.batchRows = batchRows;
        this.pin = columns.memory().pin();
    }

    void writeSchema(Memory target) {
        Lease lease = new Lease(null, () -> {});
        try {
            new SchemaWriter(lease).write(root, target);
        } catch (RuntimeException | Error failure) {
            lease.cancel();
            throw failure;
        }
    }

    /** Writes the next batch, or an array that is released already after the last one. */
    synchronized void writeNext(Memory target) {
        long from = next;
        if (isUnpinned) {
            throw new IllegalStateException("export was unpinned while its consumer might still read");
        }
        if (from >= columns.size()) {
            CArrayView.at(target, 0).release(MemorySegment.NULL);
            return;
        }
        long to = Math.min(columns.size(), from + batchRows);
        Lease[] self = new Lease[1];
        Lease lease = new Lease(columns.memory().pin(), () -> forget(self[0]));
        self[0] = lease;
        try {
            new ArrayWriter(lease, columns.slice(from, to).columns()).group(root, to - from, target);
        } catch (RuntimeException | Error failure) {
            lease.cancel();
            throw failure;
        }
        handedOut.add(lease);
        next = to;
    }

    private synchronized void forget(Lease lease) {
        handedOut.remove(lease);
    }

    synchronized void release() {
        isReleased = true;
        pin.close();
    }

    /** Returns whether the consumer has released the stream and all its batches. */
    synchronized boolean isReleased() {
        return isReleased && handedOut.isEmpty();
    }

    /** Gives up all pins. */
    void unpin() {
        List<Lease> leases;
        synchronized (this) {
            isUnpinned = true;
            pin.close();
            leases = new ArrayList<>(handedOut);
        }
        leases.forEach(Lease::unpin);
    }

    /** Remembers what the consumer may ask for next. */
    synchronized void fail(Throwable failure) {
        lastError = Arena.ofAuto().allocateFrom(String.valueOf(failure.getMessage()));
    }

    synchronized MemorySegment lastError() {
        return lastError;
    }
}
