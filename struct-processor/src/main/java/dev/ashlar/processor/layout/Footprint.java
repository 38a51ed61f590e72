package dev.ashlar.processor.layout;

/**
 * The space that a component needs in a struct.
 *
 * @param byteSize in bytes
 * @param byteAlignment in bytes, a power of two
 * @param atomicAlignment in bytes, what atomic access to it or in it asks of its address; 1 without
 * @param isPlain whether C functions can take it by value: neither packed nor over-aligned nor of a foreign byte order
 */
record Footprint(long byteSize, long byteAlignment, long atomicAlignment, boolean isPlain) {
    /** The footprint of a component without atomic access that is plain. */
    Footprint(long byteSize, long byteAlignment) {
        this(byteSize, byteAlignment, 1, true);
    }
}
