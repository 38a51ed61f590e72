package dev.ashlar.processor.model;

/**
 * The values of a {@code @LayoutCheck}; a negative one asserts nothing.
 *
 * @param byteSize in bytes
 * @param byteAlignment in bytes
 * @param maxPadding in bytes
 * @param cacheLine the bytes of a cache line that no component should cross the end of
 */
public record LayoutAssertion(long byteSize, long byteAlignment, long maxPadding, long cacheLine) {
    /** The assertion of a struct without a {@code @LayoutCheck}. */
    public static final LayoutAssertion NOTHING = new LayoutAssertion(-1, -1, -1, -1);
}
