package dev.ashlar.struct;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One component of a struct as it is stored: what a {@link StructType} is made of.
 *
 * <p>A component is one value or {@link #length()} of them one after the other; a value is a number of a storage type, a
 * pointer or another struct. Or it is a bit-field.
 */
public final class StructComponent {
    private final String name;
    private final String typeName;
    private final Values values;
    private final StructOrder order;
    private final long byteOffset;
    private final long length;
    private final boolean sequence;
    /** Where the elements of a tail start; 0 for all else, for a tail has its length before them. */
    private final long tailOffset;

    /**
     * What the component is made of.
     *
     * @param kind what each value is
     * @param storageType null for a struct or a union
     * @param struct null for all else, and while compiling
     * @param variants none for all but a union, and while compiling
     * @param byteSize of one value, in bytes
     * @param bitOffset 0 unless it is a bit-field
     * @param bitWidth 0 unless it is a bit-field
     */
    private record Values(
            Kind kind,
            @Nullable StorageType storageType,
            @Nullable StructType<?, ?> struct,
            List<StructVariant> variants,
            long byteSize,
            int bitOffset,
            int bitWidth) {
        static Values of(Kind kind, StorageType storageType) {
            return new Values(kind, storageType, null, List.of(), storageType.byteSize(), 0, 0);
        }

        static Values ofStruct(@Nullable StructType<?, ?> struct, long byteSize) {
            return new Values(Kind.STRUCT, null, struct, List.of(), byteSize, 0, 0);
        }

        /** How it prints. */
        String text() {
            return switch (kind) {
                case POINTER -> "ADDRESS";
                case STRUCT -> "struct";
                case UNION -> "union";
                case NUMBER, ATOMIC, REFERENCE, BITS -> String.valueOf(storageType);
            };
        }
    }

    /** What a value can be. */
    private enum Kind {
        NUMBER,
        ATOMIC,
        POINTER,
        REFERENCE,
        BITS,
        STRUCT,
        UNION
    }

    private StructComponent(
            String name,
            String typeName,
            Values values,
            StructOrder order,
            long byteOffset,
            long length,
            boolean sequence,
            long tailOffset) {
        this.name = Objects.requireNonNull(name, "name");
        this.typeName = Objects.requireNonNull(typeName, "typeName");
        this.values = values;
        this.order = order;
        this.byteOffset = byteOffset;
        this.length = length;
        this.sequence = sequence;
        this.tailOffset = tailOffset;
    }

    /**
     * A component that is one value.
     *
     * @param name its name in the record
     * @param typeName its Java type, as one would write it
     * @param byteOffset bytes from the start of the struct
     */
    public static StructComponent value(String name, String typeName, StorageType storageType, long byteOffset) {
        return single(name, typeName, Values.of(Kind.NUMBER, storageType), byteOffset);
    }

    /**
     * A component that is a C pointer.
     *
     * @param name its name in the record
     * @param byteOffset bytes from the start of the struct
     */
    public static StructComponent pointer(String name, long byteOffset) {
        return single(name, "MemorySegment", Values.of(Kind.POINTER, StorageType.I64), byteOffset);
    }

    /**
     * A component that is the address of another struct in the same memory.
     *
     * @param name its name in the record
     * @param typeName its Java type, as one would write it: {@code Ref<Node>}
     * @param storageType how the address is stored
     * @param byteOffset bytes from the start of the struct
     */
    public static StructComponent reference(String name, String typeName, StorageType storageType, long byteOffset) {
        return single(name, typeName, Values.of(Kind.REFERENCE, storageType), byteOffset);
    }

    /**
     * A component that is another struct.
     *
     * @param name its name in the record
     * @param typeName its Java type, as one would write it
     * @param byteOffset bytes from the start of the struct
     */
    public static StructComponent struct(String name, String typeName, StructType<?, ?> struct, long byteOffset) {
        return single(name, typeName, Values.ofStruct(struct, struct.byteSize()), byteOffset);
    }

    /**
     * A component that is another struct of which only the size is known: enough to print it, and not for {@link
     * StructType#layout()}. For the annotation processor.
     *
     * @param byteSize the size of the other struct in bytes
     */
    public static StructComponent struct(String name, String typeName, long byteSize, long byteOffset) {
        return single(name, typeName, Values.ofStruct(null, byteSize), byteOffset);
    }

    /**
     * A component that is a number with atomic accessors.
     *
     * @param name its name in the record
     * @param typeName its Java type, as one would write it
     * @param byteOffset bytes from the start of the struct
     */
    public static StructComponent atomic(String name, String typeName, StorageType storageType, long byteOffset) {
        return single(name, typeName, Values.of(Kind.ATOMIC, storageType), byteOffset);
    }

    /**
     * A component that is one of several structs.
     *
     * @param name what it is called
     * @param typeName the Java types, as one would write them
     * @param byteOffset bytes from the start of the struct
     * @param byteSize the size of the largest in bytes, rounded up to the alignment of all
     */
    public static StructComponent union(
            String name, String typeName, long byteOffset, long byteSize, StructVariant... variants) {
        Values values = new Values(Kind.UNION, null, null, List.of(variants), byteSize, 0, 0);
        return single(name, typeName, values, byteOffset);
    }

    /**
     * A component that is a bit-field.
     *
     * @param name its name in the record
     * @param typeName its Java type, as one would write it
     * @param storageType the type of the bit-field in C
     * @param byteOffset where its first bit lies: bytes from the start of the struct
     * @param bitOffset where its first bit lies in that byte, 0 to 7
     * @param bitWidth its width in bits
     */
    public static StructComponent bits(
            String name, String typeName, StorageType storageType, long byteOffset, int bitOffset, int bitWidth) {
        long byteSize = ((long) bitOffset + bitWidth + Byte.SIZE - 1) / Byte.SIZE;
        Values bits = new Values(Kind.BITS, storageType, null, List.of(), byteSize, bitOffset, bitWidth);
        return single(name, typeName, bits, byteOffset);
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
        return value(name, typeName, storageType, byteOffset).times(length);
    }

    private static StructComponent single(String name, String typeName, Values values, long byteOffset) {
        return new StructComponent(name, typeName, values, StructOrder.LITTLE_ENDIAN, byteOffset, 1, false, 0);
    }

    /** A component of {@code length} values such as this one. */
    public StructComponent times(long length) {
        return new StructComponent(name, typeName, values, order, byteOffset, length, true, 0);
    }

    /** A tail of values such as this one: their number where this one lies, and they from {@code tailOffset} on. */
    public StructComponent tail(long tailOffset) {
        return new StructComponent(name, typeName, values, order, byteOffset, 0, true, tailOffset);
    }

    /** The same component in a struct of that byte order. */
    public StructComponent in(StructOrder order) {
        return new StructComponent(name, typeName, values, order, byteOffset, length, sequence, tailOffset);
    }

    /** The name in the record. */
    public String name() {
        return name;
    }

    /** The Java type as one would write it: {@code int}, {@code String}, {@code int[4]}. */
    public String typeName() {
        return typeName;
    }

    /** How each of its values is stored; {@code null} when they are structs or unions. */
    public @Nullable StorageType storageType() {
        return values.storageType();
    }

    /** The struct that each of its values is; {@code null} when they are not. */
    public @Nullable StructType<?, ?> struct() {
        return values.struct();
    }

    /** The structs that it may be, for the union in a tagged union; none for all else. */
    public List<StructVariant> variants() {
        return values.variants();
    }

    /** The order of the bytes in each of its values; of no effect on structs, which have their own. */
    public StructOrder order() {
        return order;
    }

    /** Where it starts: bytes from the start of the struct. */
    public long byteOffset() {
        return byteOffset;
    }

    /** How many values it is: 1, or the number of a {@link Length}; 0 for a tail, whose values are not counted here. */
    public long length() {
        return length;
    }

    /** Whether it is a number of values, even of one: an array or a string, a tail also. */
    public boolean isSequence() {
        return sequence;
    }

    /** Whether it has as many values as its struct says: {@link Tail}. */
    public boolean isTail() {
        return tailOffset > 0;
    }

    /** Where the values of a tail start, in bytes from the start of the struct; 0 for all else. */
    public long tailOffset() {
        return tailOffset;
    }

    /** Whether it is a {@link Ref}, the address of another struct in the same memory. */
    public boolean isReference() {
        return values.kind() == Kind.REFERENCE;
    }

    /** Whether it has atomic accessors: {@link Atomic}. */
    public boolean isAtomic() {
        return values.kind() == Kind.ATOMIC;
    }

    /** Whether it is a bit-field. */
    public boolean isBitField() {
        return values.kind() == Kind.BITS;
    }

    /**
     * Where a bit-field starts in its first byte, from 0 to 7: counted from the least significant bit, in a big-endian
     * struct from the most significant. 0 for all else.
     */
    public int bitOffset() {
        return values.bitOffset();
    }

    /** The width of a bit-field in bits; 0 for all else. */
    public int bitWidth() {
        return values.bitWidth();
    }

    /** All of its bytes; for a bit-field, those that it has bits in; for a tail, those before its values. */
    public long byteSize() {
        return isTail() ? tailOffset - byteOffset : values.byteSize() * length;
    }

    /** How it is stored, as text: {@code I32}, {@code U8[16]}, {@code I32 big-endian}, {@code struct}, {@code I32+U8[]}. */
    public String storage() {
        String text = isTail()
                ? StorageType.I32 + "+" + values.text() + "[]"
                : sequence ? values.text() + "[" + length + "]" : values.text();
        boolean hasOrder = isTail() || (values.storageType() != null && (values.byteSize() > 1 || isBitField()));
        return switch (order) {
            case BIG_ENDIAN -> hasOrder ? text + " big-endian" : text;
            case NATIVE -> hasOrder ? text + " native" : text;
            case LITTLE_ENDIAN -> text;
        };
    }

    /** Its size as text: in bytes, or for a bit-field {@code 3:5}, its first bit and its width. */
    String size() {
        return isBitField() ? bitOffset() + ":" + bitWidth() : Long.toString(byteSize());
    }

    /** Name, storage and offset in bytes: {@code id: I32 at 0}; for a bit-field also its bits. */
    @Override
    public String toString() {
        return name + ": " + storage() + (isBitField() ? " bits " + size() : "") + " at " + byteOffset;
    }

    /**
     * Its layout in {@code java.lang.foreign}, with its name, aligned as far as its place allows.
     *
     * @param mostAlignment what the place of the struct allows
     */
    MemoryLayout layout(long mostAlignment) {
        long start = isTail() ? tailOffset : byteOffset;
        long alignment = start == 0 ? mostAlignment : Math.min(mostAlignment, Long.lowestOneBit(start));
        MemoryLayout element = element(alignment);
        return (sequence ? MemoryLayout.sequenceLayout(length, element) : element).withName(name);
    }

    private MemoryLayout element(long alignment) {
        StructType<?, ?> struct = values.struct();
        if (struct != null) {
            return struct.layout(Math.min(alignment, struct.byteAlignment()));
        }
        if (values.kind() == Kind.UNION) {
            return union(alignment);
        }
        StorageType storageType = Objects.requireNonNull(values.storageType(), "known only by size");
        ValueLayout value = values.kind() == Kind.POINTER ? ValueLayout.ADDRESS : storageType.layout();
        return value.withOrder(PrimitiveElements.byteOrder(order))
                .withByteAlignment(Math.min(alignment, value.byteAlignment()));
    }

    /** The layouts of all variants, and padding where C rounds the size of the union up. */
    private MemoryLayout union(long alignment) {
        List<MemoryLayout> members = new ArrayList<>();
        for (StructVariant variant : variants()) {
            StructType<?, ?> struct = variant.struct();
            members.add(struct.layout(Math.min(alignment, struct.byteAlignment())));
        }
        if (members.stream().allMatch(member -> member.byteSize() < values.byteSize())) {
            members.add(MemoryLayout.paddingLayout(values.byteSize()));
        }
        return MemoryLayout.unionLayout(members.toArray(MemoryLayout[]::new));
    }
}
