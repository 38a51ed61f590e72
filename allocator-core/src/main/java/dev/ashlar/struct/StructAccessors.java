package dev.ashlar.struct;

/** How the accessors of a view are named. */
public enum StructAccessors {
    /** {@link #BEAN} for classes of Kotlin, {@link #RECORD} for all others. */
    AUTOMATIC,
    /** As those of records: {@code view.id()} reads, {@code view.id(7)} writes. */
    RECORD,
    /**
     * {@code getId()} and {@code setId(7)}, which Kotlin makes a property of: {@code view.id += 1}. Arrays of numbers are
     * {@link Elements}, {@code view.xs[0] += 1}, and {@code component1()} and its like take a view apart, {@code val (id,
     * height) = view}.
     */
    BEAN
}
