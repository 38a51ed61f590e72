package dev.ashlar.processor.model;

/**
 * A front end: the structs that a compiler knows, by name. It lives for one round, and accepts only names that it has produced itself.
 *
 * <p>Everything after reading uses this interface, so that another front end is another implementation.
 */
public interface Declarations {
    /** Reads a struct, once; everything that is wrong with its declaration comes back at the same time. */
    Reading read(StructName struct);

    /** The place of a struct in the source. */
    Site site(StructName struct);

    /** Returns whether the compiler has read a struct from a source, and not from a class file. */
    boolean isSource(StructName struct);

    /** Returns whether the compiler knows a class, by its qualified name. */
    boolean hasClass(String className);

    /** Returns whether the compiler knows a class that this processor generated, by its qualified name. */
    boolean hasGenerated(String className);
}
