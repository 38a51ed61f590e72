package dev.ashlar.arrow;

import dev.ashlar.memory.Memory;
import dev.ashlar.struct.StructColumns;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Columns as a C stream of Arrow batches: a {@code struct ArrowArrayStream} whose address is given to an engine in this
 * process, such as DuckDB or arrow-java.
 *
 * <pre>{@code
 * try (ArrowStream stream = ArrowStream.of(quotes)) {
 *     connection.registerArrowStream("quotes", new ArrowArrayStream(stream.address()));
 *     ...
 * }
 * }</pre>
 *
 * <p>Numbers of the machine's byte order are read where they lie, by the consumer, while the program may store others: it
 * sees what a racing thread would see. The guide, {@code docs/guide/arrow.md}, says what is copied. A stream can be read
 * once; another one costs a few hundred bytes for each column.
 *
 * <p><b>The export pins.</b> From {@link #of} on until the consumer has released the stream and every batch, freeing the
 * columns or closing their memory is refused with an {@link IllegalStateException}, see {@link Memory#pin()}. A consumer
 * that never releases keeps the block allocated and its memory open until the process ends, and with it the C structs and
 * copied buffers of its batches; {@link #unpinAlthoughConsumerMayRead()} gives up the pins by force.
 *
 * <p><b>Threads.</b> The consumer may use and release the stream and its batches from any thread, the stream from one at a
 * time. Making one follows the thread rule of the allocator of the columns.
 *
 * <p>The stream must stay reachable as long as a consumer knows its address.
 *
 * <p>Sources: Arrow C Data Interface, Arrow C Stream Interface.
 */
public final class ArrowStream implements AutoCloseable {
    private final MemorySegment struct;
    private final Batches batches;

    private ArrowStream(MemorySegment struct, Batches batches) {
        this.struct = struct;
        this.batches = batches;
    }

    /** As {@link #of(StructColumns, ArrowOptions)}, with {@link ArrowOptions#DEFAULT}. */
    public static ArrowStream of(StructColumns<?, ?> columns) {
        return of(columns, ArrowOptions.DEFAULT);
    }

    /**
     * Exports columns, or a slice of them. Takes O(columns) time; batches are made when the consumer asks.
     *
     * @throws IllegalStateException if the columns are freed or their memory closed, or cannot be pinned, see {@link
     *     Memory#pin()}
     * @throws UnsupportedOperationException if a component has no type in Arrow; the message names it
     */
    public static ArrowStream of(StructColumns<?, ?> columns, ArrowOptions options) {
        Field root = Fields.of(columns.columns(), options);
        MemorySegment struct = Arena.ofAuto().allocate(CStreamView.BYTE_SIZE, Long.BYTES);
        Batches batches = new Batches(columns, root, options.batchRows());
        CStreamView.at(Memory.of(struct), 0)
                .getSchema(Callbacks.GET_SCHEMA)
                .getNext(Callbacks.GET_NEXT)
                .getLastError(Callbacks.GET_LAST_ERROR)
                .privateData(Callbacks.register(batches))
                .release(Callbacks.RELEASE_STREAM);
        return new ArrowStream(struct, batches);
    }

    /** The address of the {@code struct ArrowArrayStream} in the process. */
    public long address() {
        return struct.address();
    }

    /** Returns whether the consumer has released the stream and every batch, so that nothing is pinned by it. */
    public boolean isReleased() {
        return batches.isReleased();
    }

    /**
     * Releases the stream, unless a consumer has taken it over. Batches that a consumer holds stay pinned. Does nothing the
     * second time.
     */
    @Override
    public void close() {
        if (CStreamView.at(Memory.of(struct), 0).release().address() != 0) {
            Callbacks.releaseStream(struct);
        }
    }

    /**
     * Gives up all pins of this export, although its consumer may still read: what it reads then may be anything, and once
     * the memory is closed, reading it can end the process. For consumers that are known to be gone. Structs and copies that
     * were handed out stay, and what the consumer asks for afterwards is an error to it. Does nothing the second time.
     */
    public void unpinAlthoughConsumerMayRead() {
        batches.unpin();
    }
}
