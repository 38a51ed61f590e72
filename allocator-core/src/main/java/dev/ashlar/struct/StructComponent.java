package dev.ashlar.struct;

import dev.ashlar.struct.support.EnumNumbers;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One component of a struct as it is stored: what a {@link StructType} is made of.
 *
 * <p>A component is one value or {@link #length()} of them one after the other; what a value is, its {@link #kind()} says.
 * Immutable.
 */
public final class StructComponent {
    private final String name;
    private final String typeName;
    private final ComponentKind kind;
    private final long byteOffset;
    private final Count count;
    private final StructOrder order;
    private final long byteAlignment;

    /**
     * How many values there are.
     *
     * @param length 1 for a single value, 0 for a tail
     * @param tailOffset where the elements of a tail start; 0 for all else, for a tail has its length before them
     */
    private record Count(boolean isSequence, long length, long tailOffset) {
        static final Count ONE = new Count(false, 1, 0);
    }

    private StructComponent(
            String name,
            String typeName,
            ComponentKind kind,
            long byteOffset,
            Count count,
            StructOrder order,
            long byteAlignment) {
        this.name = Objects.requireNonNull(name, "name");
        this.typeName = Objects.requireNonNull(typeName, "typeName");
        this.kind = Objects.requireNonNull(kind, "kind");
        this.byteOffset = byteOffset;
        this.count = count;
        this.order = Objects.requireNonNull(order, "order");
        this.byteAlignment = byteAlignment;
    }

    /**
     * A component of any kind that is one value.
     *
     * @param name its name in the record
     * @param typeName its Java type, as one would write it
     * @param byteOffset bytes from the start of the struct
     */
    public static StructComponent of(String name, String typeName, ComponentKind kind, long byteOffset) {
        return new StructComponent(name, typeName, kind, byteOffset, Count.ONE, StructOrder.LITTLE_ENDIAN, 1);
    }

    /** A component of a primitive type, {@code boolean} and {@code char} among them. */
    public static StructComponent value(String name, String typeName, StorageType storageType, long byteOffset) {
        return of(name, typeName, ComponentKind.ofPrimitive(typeName, storageType), byteOffset);
    }

    /** A component that is a constant of an enum. */
    public static StructComponent constant(
            String name, String typeName, StorageType storageType, long byteOffset, List<StructConstant> constants) {
        return of(name, typeName, new ComponentKind.Constant(storageType, constants), byteOffset);
    }

    /** A component that is a constant of an enum, for generated code. */
    public static StructComponent constant(
            String name, String typeName, StorageType storageType, long byteOffset, EnumNumbers<?> numbers) {
        List<StructConstant> constants = IntStream.range(0, numbers.size())
                .mapToObj(index -> new StructConstant(numbers.nameAt(index), numbers.numberAt(index)))
                .toList();
        return constant(name, typeName, storageType, byteOffset, constants);
    }

    /** One byte of a component that is a string: it still needs its {@link #times} or {@link #tail}. */
    public static StructComponent text(String name, long byteOffset) {
        return of(name, "String", new ComponentKind.Text(), byteOffset);
    }

    /** A component that is a C pointer. */
    public static StructComponent pointer(String name, long byteOffset) {
        return of(name, "MemorySegment", new ComponentKind.Pointer(), byteOffset);
    }

    /** A component that is the address of another struct in the same memory. */
    public static StructComponent reference(String name, String typeName, StorageType storageType, long byteOffset) {
        return of(name, typeName, new ComponentKind.Reference(storageType), byteOffset);
    }

    /** A component that is another struct. */
    public static StructComponent struct(String name, String typeName, StructType<?, ?> struct, long byteOffset) {
        return of(name, typeName, new ComponentKind.Nested(struct, struct.byteSize()), byteOffset);
    }

    /** A component that is a number with atomic accessors. */
    public static StructComponent atomic(String name, String typeName, StorageType storageType, long byteOffset) {
        return of(name, typeName, new ComponentKind.Atomic(storageType), byteOffset);
    }

    /** The number in a union that says which of its variants is there. */
    public static StructComponent tag(StorageType storageType, long byteOffset) {
        return of("tag", "Tag", new ComponentKind.Tag(storageType), byteOffset);
    }

    /**
     * The one of several structs that a union holds.
     *
     * @param typeName their Java types, as one would write them
     * @param byteOffset bytes from the start of the struct
     * @param byteSize the size of the largest in bytes, rounded up to the alignment of all
     */
    public static StructComponent union(
            String name, String typeName, long byteOffset, long byteSize, StructVariant... variants) {
        return of(name, typeName, new ComponentKind.Union(List.of(variants), byteSize), byteOffset);
    }

    /**
     * A component that is a bit-field.
     *
     * @param storageType the type of the bit-field in C
     * @param byteOffset where its first bit lies: bytes from the start of the struct
     * @param bitOffset where its first bit lies in that byte, 0 to 7
     * @param bitWidth its width in bits
     */
    public static StructComponent bits(
            String name, String typeName, StorageType storageType, long byteOffset, int bitOffset, int bitWidth) {
        boolean isTruth = typeName.equals("boolean");
        return of(name, typeName, new ComponentKind.Bits(storageType, bitOffset, bitWidth, isTruth), byteOffset);
    }

    /** A component of {@code length} values such as this one. */
    public StructComponent times(long length) {
        return with(new Count(true, length, 0));
    }

    /** A tail of values such as this one: their number where this one lies, and they from {@code tailOffset} on. */
    public StructComponent tail(long tailOffset) {
        return with(new Count(true, 0, tailOffset));
    }

    private StructComponent with(Count count) {
        return new StructComponent(name, typeName, kind, byteOffset, count, order, byteAlignment);
    }

    /** The same component in a struct of that byte order. */
    public StructComponent in(StructOrder order) {
        return new StructComponent(name, typeName, kind, byteOffset, count, order, byteAlignment);
    }

    /** The same component with an {@link Align}, in bytes. */
    public StructComponent aligned(long byteAlignment) {
        return new StructComponent(name, typeName, kind, byteOffset, count, order, byteAlignment);
    }

    /** The name in the record. */
    public String name() {
        return name;
    }

    /** The Java type as one would write it: {@code int}, {@code String}, {@code int[4]}. */
    public String typeName() {
        return typeName;
    }

    /** What each of its values is. */
    public ComponentKind kind() {
        return kind;
    }

    /** How each of its values is stored; {@code null} when they are structs or unions. */
    public @Nullable StorageType storageType() {
        return kind.storageType();
    }

    /** The struct that each of its values is; {@code null} when they are not. */
    public @Nullable StructType<?, ?> struct() {
        return kind instanceof ComponentKind.Nested nested ? nested.struct() : null;
    }

    /** The structs that it may be, for the union in a tagged union; none for all else. */
    public List<StructVariant> variants() {
        return kind instanceof ComponentKind.Union union ? union.variants() : List.of();
    }

    /** The constants that it may be, for an enum; none for all else. */
    public List<StructConstant> constants() {
        return kind instanceof ComponentKind.Constant constant ? constant.constants() : List.of();
    }

    /** The order of the bytes in each of its values; of no effect on structs, which have their own. */
    public StructOrder order() {
        return order;
    }

    /** Where it starts: bytes from the start of the struct. */
    public long byteOffset() {
        return byteOffset;
    }

    /** Where its values start: {@link #byteOffset()}, and for a tail {@link #tailOffset()}. */
    public long valueOffset() {
        return isTail() ? tailOffset() : byteOffset;
    }

    /** How many values it is: 1, or the number of a {@link Length}; 0 for a tail, whose values are not counted here. */
    public long length() {
        return count.length();
    }

    /** Returns whether it is a number of values, even of one: an array or a string, a tail also. */
    public boolean isSequence() {
        return count.isSequence();
    }

    /** Returns whether it has as many values as its struct says: {@link Tail}. */
    public boolean isTail() {
        return count.tailOffset() > 0;
    }

    /** Where the values of a tail start, in bytes from the start of the struct; 0 for all else. */
    public long tailOffset() {
        return count.tailOffset();
    }

    /** The alignment that its {@link Align} asks for, in bytes; 1 without. */
    public long byteAlignment() {
        return byteAlignment;
    }

    /** Returns whether it is a {@link Ref}, the address of another struct in the same memory. */
    public boolean isReference() {
        return kind instanceof ComponentKind.Reference;
    }

    /** Returns whether it has atomic accessors: {@link Atomic}. */
    public boolean isAtomic() {
        return kind instanceof ComponentKind.Atomic;
    }

    /** Returns whether it is a bit-field. */
    public boolean isBitField() {
        return kind instanceof ComponentKind.Bits;
    }

    /**
     * Where a bit-field starts in its first byte, from 0 to 7: counted from the least significant bit, in a big-endian
     * struct from the most significant. 0 for all else.
     */
    public int bitOffset() {
        return kind instanceof ComponentKind.Bits bits ? bits.bitOffset() : 0;
    }

    /** The width of a bit-field in bits; 0 for all else. */
    public int bitWidth() {
        return kind instanceof ComponentKind.Bits bits ? bits.bitWidth() : 0;
    }

    /** All of its bytes; for a bit-field, those that it has bits in; for a tail, those before its values. */
    public long byteSize() {
        return isTail() ? tailOffset() - byteOffset : kind.byteSize() * length();
    }

    /** How it is stored, as text: {@code I32}, {@code U8[16]}, {@code I32 big-endian}, {@code struct}, {@code I32+U8[]}. */
    public String storage() {
        String text = isTail()
                ? StorageType.I32 + "+" + kind.storage() + "[]"
                : isSequence() ? kind.storage() + "[" + length() + "]" : kind.storage();
        boolean hasOrder = isTail() || (kind.storageType() != null && (kind.byteSize() > 1 || isBitField()));
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
}
