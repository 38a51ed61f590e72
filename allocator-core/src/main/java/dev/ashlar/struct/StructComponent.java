package dev.ashlar.struct;

import java.lang.foreign.MemoryLayout;
import java.util.Objects;

/**
 * One component of a struct as it is stored: what a {@link StructType} is made of.
 *
 * <p>A component is one value of its storage type, or {@link #length()} of them one after the other.
 */
public final class StructComponent {
    private final String name;
    private final String typeName;
    private final StorageType storageType;
    private final long byteOffset;
    private final long length;
    private final boolean sequence;

    private StructComponent(
            String name, String typeName, StorageType storageType, long byteOffset, long length, boolean sequence) {
        this.name = Objects.requireNonNull(name, "name");
        this.typeName = Objects.requireNonNull(typeName, "typeName");
        this.storageType = Objects.requireNonNull(storageType, "storageType");
        this.byteOffset = byteOffset;
        this.length = length;
        this.sequence = sequence;
    }

    /**
     * A component that is one value.
     *
     * @param name its name in the record
     * @param typeName its Java type, as one would write it
     * @param byteOffset bytes from the start of the struct
     */
    public static StructComponent value(String name, String typeName, StorageType storageType, long byteOffset) {
        return new StructComponent(name, typeName, storageType, byteOffset, 1, false);
    }

    /**
     * A component that is a fixed number of values.
     *
     * @param name its name in the record
     * @param typeName its Java type, as one would write it
     * @param byteOffset bytes from the start of the struct
     * @param length how many values, not bytes
     */
    public static StructComponent sequence(
            String name, String typeName, StorageType storageType, long byteOffset, long length) {
        return new StructComponent(name, typeName, storageType, byteOffset, length, true);
    }

    /** The name in the record. */
    public String name() {
        return name;
    }

    /** The Java type as one would write it: {@code int}, {@code String}. */
    public String typeName() {
        return typeName;
    }

    /** How each of its values is stored. */
    public StorageType storageType() {
        return storageType;
    }

    /** Where it starts: bytes from the start of the struct. */
    public long byteOffset() {
        return byteOffset;
    }

    /** How many values it is: 1, or the number of a {@link Length}. */
    public long length() {
        return length;
    }

    /** All of its bytes. */
    public long byteSize() {
        return storageType.byteSize() * length;
    }

    /** How it is stored, as text: {@code I32}, {@code U8[16]}. */
    public String storage() {
        return sequence ? storageType + "[" + length + "]" : storageType.toString();
    }

    /** Name, storage and offset in bytes: {@code id: I32 at 0}. */
    @Override
    public String toString() {
        return name + ": " + storage() + " at " + byteOffset;
    }

    /** Its layout in {@code java.lang.foreign}, with its name. */
    MemoryLayout layout() {
        MemoryLayout element = storageType.layout();
        return (sequence ? MemoryLayout.sequenceLayout(length, element) : element).withName(name);
    }
}
