package dev.ashlar.memory;

/**
 * Bytes that initialise a {@link LinearMemory} (WebAssembly core specification, "Data Segments").
 *
 * <p>An <em>active</em> segment is written when a memory is created with it, and acts as empty from then on. A
 * <em>passive</em> one is copied by {@link LinearMemory#init} as often as wanted, until it is {@linkplain #drop()
 * dropped}; then it acts as empty too.
 *
 * <p>An active segment belongs to the one memory that is created with it; a passive one may serve several memories.
 *
 * <p>Threads: a later {@code init} on another thread sees the {@code drop}; an {@code init} that runs meanwhile copies
 * everything it was asked for, or nothing.
 */
public final class DataSegment {
    private static final byte[] DROPPED = {};
    private static final long PASSIVE = -1;

    private final long address;
    private volatile byte[] bytes;

    private DataSegment(long address, byte[] bytes) {
        this.address = address;
        this.bytes = bytes;
    }

    /**
     * A segment for {@link LinearMemory#create(long, long, DataSegment...)} to write at {@code address}.
     *
     * @param bytes copied
     * @throws IllegalArgumentException if {@code address} is negative
     */
    public static DataSegment active(long address, byte[] bytes) {
        if (address < 0) {
            throw new IllegalArgumentException("address of a data segment is negative: address=" + address);
        }
        return new DataSegment(address, bytes.clone());
    }

    /**
     * A segment to copy from with {@link LinearMemory#init}.
     *
     * @param bytes copied
     */
    public static DataSegment passive(byte[] bytes) {
        return new DataSegment(PASSIVE, bytes.clone());
    }

    /** Returns whether this is an active segment, written or not. */
    public boolean isActive() {
        return address != PASSIVE;
    }

    /** Bytes that {@link LinearMemory#init} can take from it now: 0 once it is written or dropped. */
    public long byteSize() {
        return isActive() ? 0 : bytes.length;
    }

    /** Discards the bytes (Wasm {@code data.drop}). Does nothing the second time. */
    public void drop() {
        bytes = DROPPED;
    }

    /** The kind and the size, for logs. */
    @Override
    public String toString() {
        return isActive()
                ? "DataSegment[active, address=" + address + ", byteSize=" + bytes.length + "]"
                : "DataSegment[passive, byteSize=" + bytes.length + "]";
    }

    /** Writes the active ones among {@code segments}, in order, into a new memory; none when one does not fit. */
    static void writeActive(DataSegment[] segments, Memory whole) {
        for (DataSegment segment : segments) {
            if (segment.isActive()) {
                segment.checkFits(whole);
            }
        }
        for (DataSegment segment : segments) {
            if (segment.isActive()) {
                segment.checkUnused();
                whole.storeBytes(segment.address, segment.bytes);
                segment.drop();
            }
        }
    }

    private void checkFits(Memory whole) {
        checkUnused();
        byte[] source = bytes;
        if (source.length > whole.length() || address > whole.length() - source.length) {
            throw new IndexOutOfBoundsException("active data segment outside the memory: address=" + address
                    + " byteSize=" + source.length + " memoryByteSize=" + whole.length());
        }
    }

    private void checkUnused() {
        if (isDropped()) {
            throw new IllegalStateException("data segment was written or dropped already: " + this);
        }
    }

    @SuppressWarnings("ReferenceEquality") // the sentinel is one object: a segment of no bytes is not dropped
    private boolean isDropped() {
        return bytes == DROPPED;
    }

    /** Copies a part of a passive segment; nothing is copied when either range does not fit. */
    void copyTo(Memory whole, long to, long from, long byteSize) {
        byte[] source = isActive() ? DROPPED : bytes;
        if ((from | byteSize) < 0 || from > source.length - byteSize) {
            throw new IndexOutOfBoundsException("init outside the data segment: from=" + from + " byteSize=" + byteSize
                    + " segmentByteSize=" + source.length);
        }
        whole.storeBytes(to, source, (int) from, (int) byteSize);
    }
}
