package dev.ashlar.processor.model;

/**
 * The values of a {@code @LayoutCheck}; a negative one asserts nothing.
 *
 * @param byteSize in bytes
 * @param byteAlignment in bytes
 * @param maxPadding in bytes
 */
public record LayoutAssertion(long byteSize, long byteAlignment, long maxPadding) {
    /** What a struct without a {@code @LayoutCheck} asserts. */
    public static final LayoutAssertion NOTHING = new LayoutAssertion(-1, -1, -1);
}
