package dev.ashlar.processor.layout;

/**
 * What a component takes of a struct.
 *
 * @param byteSize in bytes
 * @param byteAlignment in bytes, a power of two
 * @param isPlain whether C functions can take it by value: neither packed nor over-aligned nor of a foreign byte order
 */
record Extent(long byteSize, long byteAlignment, boolean isPlain) {}
