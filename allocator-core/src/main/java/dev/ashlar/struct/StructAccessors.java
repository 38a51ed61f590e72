package dev.ashlar.struct;

/** The naming of the accessors of a view. */
public enum StructAccessors {
    /** {@link #BEAN} for Kotlin classes, {@link #RECORD} for all others. */
    AUTOMATIC,
    /** The accessors of records: {@code view.id()} reads, {@code view.id(7)} writes. */
    RECORD,
    /**
     * Getters and setters, {@code getId()} and {@code setId(7)}, which Kotlin sees as a property: {@code view.id += 1}.
     * Arrays of numbers are {@link Elements}, {@code view.xs[0] += 1}, and {@code component1()} and so on destructure a
     * view, {@code val (id, height) = view}.
     */
    BEAN
}
