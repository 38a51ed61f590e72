package dev.ashlar.struct;

import dev.ashlar.struct.support.EnumNumbers;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One component of a struct as it is stored; a {@link StructType} consists of these.
 *
 * <p>A component is one value or {@link #length()} of them one after the other; {@link #kind()} describes a value.
 * Immutable.
 */
public final class StructComponent {
    private final String name;
    private final String typeName;
    private final ComponentKind kind;
    private final long byteOffset;
    private final Count count;
    private final Traits traits;

    /**
     * What holds for a component of any kind.
     *
     * @param hasOwnOrder whether the order is that of an {@link Endian}, whatever that of the struct
     * @param presenceBit the bit that says whether it holds a value; -1 without one
     * @param sentinel the stored number that stands for absence; null without one
     */
    private record Traits(
            StructOrder order,
            boolean hasOwnOrder,
            long byteAlignment,
            @Nullable String codec,
            int presenceBit,
            @Nullable Number sentinel) {
        static final Traits PLAIN = new Traits(StructOrder.LITTLE_ENDIAN, false, 1, null, -1, null);
    }

    /**
     * The number of values.
     *
     * @param length 1 for a single value, 0 for a tail
     * @param tail null unless it is a tail
     */
    private record Count(
            boolean isSequence, long length, @Nullable Elements tail) {
        static final Count ONE = new Count(false, 1, null);
    }

    /**
     * The elements of a tail.
     *
     * @param byteOffset where they start, in bytes from the start of the struct, if all tails before them are empty
     * @param count the component that holds their number; null if the 4 bytes before them do, or none
     * @param pad the multiple up to which their end is rounded, in bytes; 1 for none
     */
    private record Elements(long byteOffset, @Nullable String count, TailUnit unit, long pad, boolean isToEnd) {}

    private StructComponent(
            String name, String typeName, ComponentKind kind, long byteOffset, Count count, Traits traits) {
        this.name = Objects.requireNonNull(name, "name");
        this.typeName = Objects.requireNonNull(typeName, "typeName");
        this.kind = Objects.requireNonNull(kind, "kind");
        this.byteOffset = byteOffset;
        this.count = count;
        this.traits = traits;
    }

    /**
     * Makes a component of any kind that is one value.
     *
     * @param name its name in the record
     * @param typeName its Java type, as written in source code
     * @param byteOffset bytes from the start of the struct
     */
    public static StructComponent of(String name, String typeName, ComponentKind kind, long byteOffset) {
        return new StructComponent(name, typeName, kind, byteOffset, Count.ONE, Traits.PLAIN);
    }

    /** Makes a component of a primitive type, {@code boolean} and {@code char} included. */
    public static StructComponent value(String name, String typeName, StorageType storageType, long byteOffset) {
        return of(name, typeName, ComponentKind.ofPrimitive(typeName, storageType), byteOffset);
    }

    /** Makes a component that is a constant of an enum. */
    public static StructComponent constant(
            String name, String typeName, StorageType storageType, long byteOffset, List<StructConstant> constants) {
        return of(name, typeName, new ComponentKind.Constant(storageType, constants), byteOffset);
    }

    /** Makes a component that is a constant of an enum; for generated code. */
    public static StructComponent constant(
            String name, String typeName, StorageType storageType, long byteOffset, EnumNumbers<?> numbers) {
        return constant(name, typeName, storageType, byteOffset, constants(numbers));
    }

    private static List<StructConstant> constants(EnumNumbers<?> numbers) {
        return IntStream.range(0, numbers.size())
                .mapToObj(index -> new StructConstant(numbers.nameAt(index), numbers.numberAt(index)))
                .toList();
    }

    /** Makes one byte of a component that is a string: it still needs {@link #times} or {@link #tail}. */
    public static StructComponent text(String name, long byteOffset) {
        return of(name, "String", new ComponentKind.Text(), byteOffset);
    }

    /** Makes a component that is a C pointer. */
    public static StructComponent pointer(String name, long byteOffset) {
        return of(name, "MemorySegment", new ComponentKind.Pointer(), byteOffset);
    }

    /** Makes a component that is the address of another struct in the same memory. */
    public static StructComponent reference(String name, String typeName, StorageType storageType, long byteOffset) {
        return of(name, typeName, new ComponentKind.Reference(storageType), byteOffset);
    }

    /** Makes a component that is another struct. */
    public static StructComponent struct(String name, String typeName, StructType<?, ?> struct, long byteOffset) {
        return of(name, typeName, new ComponentKind.Nested(struct, struct.byteSize()), byteOffset);
    }

    /** Makes a component that is a number with atomic accessors. */
    public static StructComponent atomic(String name, String typeName, StorageType storageType, long byteOffset) {
        return of(name, typeName, new ComponentKind.Atomic(storageType), byteOffset);
    }

    /** Makes the component of a union that tells which of its variants it holds. */
    public static StructComponent tag(StorageType storageType, long byteOffset) {
        return of("tag", "Tag", new ComponentKind.Tag(storageType), byteOffset);
    }

    /**
     * Makes the component of a union that is one of several structs.
     *
     * @param typeName their Java types, as written in source code
     * @param byteOffset bytes from the start of the struct
     * @param byteSize the size of the largest in bytes, rounded up to the alignment of all
     */
    public static StructComponent union(
            String name, String typeName, long byteOffset, long byteSize, StructVariant... variants) {
        return of(name, typeName, new ComponentKind.Union(List.of(variants), byteSize), byteOffset);
    }

    /**
     * Makes the component that says which of the optional components of the struct hold a value.
     *
     * @param components the names of these, in the order of their bits
     */
    public static StructComponent presence(String name, long byteOffset, String... components) {
        return presence(name, byteOffset, components.length, components);
    }

    /**
     * As {@link #presence(String, long, String...)}, where some of the components are arrays with a bit for each element.
     *
     * @param count the number of bits
     */
    public static StructComponent presence(String name, long byteOffset, int count, String... components) {
        return of(name, "bits", new ComponentKind.Presence(List.of(components), count), byteOffset);
    }

    /**
     * Makes a component that is a bit-field.
     *
     * @param storageType the type of the bit-field in C
     * @param byteOffset the byte of its first bit: bytes from the start of the struct
     * @param bitOffset the position of its first bit in that byte, 0 to 7
     * @param bitWidth its width in bits
     */
    public static StructComponent bits(
            String name, String typeName, StorageType storageType, long byteOffset, int bitOffset, int bitWidth) {
        return bits(name, typeName, storageType, byteOffset, bitOffset, bitWidth, List.of());
    }

    /**
     * As {@link #bits(String, String, StorageType, long, int, int)}, for a bit-field that is a constant of an enum.
     *
     * @param constants all constants of the enum, in the order of their declaration
     */
    public static StructComponent bits(
            String name,
            String typeName,
            StorageType storageType,
            long byteOffset,
            int bitOffset,
            int bitWidth,
            List<StructConstant> constants) {
        boolean isTruth = typeName.equals("boolean");
        ComponentKind kind = new ComponentKind.Bits(storageType, bitOffset, bitWidth, isTruth, constants);
        return of(name, typeName, kind, byteOffset);
    }

    /** Makes a component that is a constant of an enum in a bit-field; for generated code. */
    public static StructComponent bits(
            String name,
            String typeName,
            StorageType storageType,
            long byteOffset,
            int bitOffset,
            int bitWidth,
            EnumNumbers<?> numbers) {
        return bits(name, typeName, storageType, byteOffset, bitOffset, bitWidth, constants(numbers));
    }

    /** Returns a component of {@code length} values such as this one. */
    public StructComponent times(long length) {
        return with(new Count(true, length, null));
    }

    /**
     * Returns a tail of values such as this one: their number at the offset of this one, and the values from {@code
     * tailOffset} on.
     */
    public StructComponent tail(long tailOffset) {
        return with(new Count(true, 0, new Elements(tailOffset, null, TailUnit.ELEMENTS, 1, false)));
    }

    /** Returns a tail of values such as this one, from its offset on: {@link Tail#count()} and nothing else. */
    public StructComponent countedTail(String count) {
        return countedTail(count, TailUnit.ELEMENTS, 1);
    }

    /**
     * Returns a tail of values such as this one, from its offset on if all tails before it are empty.
     *
     * @param count the component that holds their number: {@link Tail#count()}
     * @param pad the multiple up to which their end is rounded, in bytes: {@link Tail#pad()}
     */
    public StructComponent countedTail(String count, TailUnit unit, long pad) {
        Objects.requireNonNull(count, "count");
        Objects.requireNonNull(unit, "unit");
        return with(new Count(true, 0, new Elements(byteOffset, count, unit, pad, false)));
    }

    /** Returns a tail of values such as this one, from its offset on up to the end of the handle: {@link Tail#toEnd()}. */
    public StructComponent tailToEnd() {
        return with(new Count(true, 0, new Elements(byteOffset, null, TailUnit.ELEMENTS, 1, true)));
    }

    private StructComponent with(Count count) {
        return new StructComponent(name, typeName, kind, byteOffset, count, traits);
    }

    private StructComponent with(String typeName, Traits traits) {
        return new StructComponent(name, typeName, kind, byteOffset, count, traits);
    }

    /** Returns the same component in a struct of that byte order: this one, if it has an {@link Endian}. */
    public StructComponent in(StructOrder order) {
        Objects.requireNonNull(order, "order");
        return traits.hasOwnOrder() ? this : with(order, false);
    }

    /** Returns the same component with an {@link Endian}: in a struct of any byte order it has this one. */
    public StructComponent ordered(StructOrder order) {
        return with(Objects.requireNonNull(order, "order"), true);
    }

    private StructComponent with(StructOrder order, boolean isOwn) {
        return with(typeName, new Traits(order, isOwn, byteAlignment(), codec(), presenceBit(), sentinel()));
    }

    /** Returns the same component with an {@link Align}, in bytes. */
    public StructComponent aligned(long byteAlignment) {
        return with(
                typeName, new Traits(order(), traits.hasOwnOrder(), byteAlignment, codec(), presenceBit(), sentinel()));
    }

    /**
     * Returns the same component, which holds a value only if a bit is 1; for an array, with a bit for each element.
     *
     * @param typeName the type that it has as an optional component, or with optional elements, as written in source code
     * @param presenceBit the bit, by its position in the {@link ComponentKind.Presence} of the struct; for an array, that of
     *     its first element, which those of the others follow
     */
    public StructComponent optional(String typeName, int presenceBit) {
        return with(typeName, new Traits(order(), traits.hasOwnOrder(), byteAlignment(), codec(), presenceBit, null));
    }

    /**
     * Returns the same component, which holds no value if a number is stored: {@link Absent}; for an array, each of whose
     * elements holds none then.
     *
     * @param typeName the type that it has as an optional component, or with optional elements, as written in source code
     * @param sentinel the number: a {@code Long}, or a {@code Double} of which all NaNs are the same
     */
    public StructComponent optional(String typeName, Number sentinel) {
        Objects.requireNonNull(sentinel, "sentinel");
        return with(typeName, new Traits(order(), traits.hasOwnOrder(), byteAlignment(), codec(), -1, sentinel));
    }

    /**
     * Returns the same component as the stored form of another type.
     *
     * @param typeName that type, as written in source code
     * @param codec the canonical name of its codec, and behind it the {@link Scale} if there is one: {@code
     *     p.MoneyCodec}, {@code dev.ashlar.struct.codec.ScaledDecimal scale 4}
     */
    public StructComponent storedBy(String typeName, String codec) {
        Objects.requireNonNull(codec, "codec");
        return with(
                typeName, new Traits(order(), traits.hasOwnOrder(), byteAlignment(), codec, presenceBit(), sentinel()));
    }

    /** The name in the record. */
    public String name() {
        return name;
    }

    /** The Java type as written in source code: {@code int}, {@code String}, {@code int[4]}. */
    public String typeName() {
        return typeName;
    }

    /**
     * The codec that makes values of what is stored, as {@link #storedBy} has it; {@code null} if what is stored is the
     * value. {@link StructType#decoded} calls it.
     */
    public @Nullable String codec() {
        return traits.codec();
    }

    /**
     * Returns whether it may hold no value, as {@link StructType#isPresent(StructComponent, dev.ashlar.memory.Memory, long)} tells of a struct
     * in memory.
     */
    public boolean isOptional() {
        return canBeAbsent() && !isByElement();
    }

    /**
     * Returns whether it is an array or tail each of whose elements may hold no value, as {@link
     * StructType#isPresent(StructComponent, dev.ashlar.memory.Memory, long, long)} tells of a struct in memory.
     */
    public boolean hasOptionalElements() {
        return canBeAbsent() && isByElement();
    }

    private boolean canBeAbsent() {
        return presenceBit() >= 0 || sentinel() != null;
    }

    /**
     * The bit that says whether it, or its first element, holds a value, by its position in the {@link
     * ComponentKind.Presence} of the struct; -1 without one.
     */
    public int presenceBit() {
        return traits.presenceBit();
    }

    /** The stored number that stands for absence, a {@code Long} or a {@code Double}; {@code null} without one. */
    public @Nullable Number sentinel() {
        return traits.sentinel();
    }

    /** Returns whether each element is a value, and not all of them one: {@code Instant[4]}. */
    boolean isByElement() {
        return typeName.endsWith("]");
    }

    /** The kind of each of its values. */
    public ComponentKind kind() {
        return kind;
    }

    /** The storage type of each of its values; {@code null} if they are structs or unions. */
    public @Nullable StorageType storageType() {
        return kind.storageType();
    }

    /** The struct that each of its values is; {@code null} if they are not structs. */
    public @Nullable StructType<?, ?> struct() {
        return kind instanceof ComponentKind.Nested nested ? nested.struct() : null;
    }

    /** The structs that it may be, for the union in a tagged union; empty for all other components. */
    public List<StructVariant> variants() {
        return kind instanceof ComponentKind.Union union ? union.variants() : List.of();
    }

    /** The constants that it may be, for an enum; empty for all other components. */
    public List<StructConstant> constants() {
        return switch (kind) {
            case ComponentKind.Constant constant -> constant.constants();
            case ComponentKind.Bits bits -> bits.constants();
            default -> List.of();
        };
    }

    /**
     * The order of the bytes in each of its values: that of the struct, unless it has an {@link Endian}; without effect on
     * structs, which have their own.
     */
    public StructOrder order() {
        return traits.order();
    }

    /** The offset of the component: bytes from the start of the struct. */
    public long byteOffset() {
        return byteOffset;
    }

    /** The offset of its values: {@link #byteOffset()}, and for a tail {@link #tailOffset()}. */
    public long valueOffset() {
        return isTail() ? tailOffset() : byteOffset;
    }

    /** The number of values: 1, or the number of a {@link Length}; 0 for a tail, whose values are not counted here. */
    public long length() {
        return count.length();
    }

    /** Returns whether it is a sequence of values, even of one: an array or a string, including a tail. */
    public boolean isSequence() {
        return count.isSequence();
    }

    /** Returns whether its number of values is stored in the struct: {@link Tail}. */
    public boolean isTail() {
        return count.tail() != null;
    }

    /**
     * The offset of the values of a tail, in bytes from the start of the struct; 0 for all other components. Behind another
     * tail it is the offset that they have if all tails before them are empty.
     */
    public long tailOffset() {
        return count.tail() == null ? 0 : count.tail().byteOffset();
    }

    /** Returns whether it is a tail that reaches to the end of the handle. */
    public boolean isToEnd() {
        return count.tail() != null && count.tail().isToEnd();
    }

    /** Returns whether it is a tail with the number of its values in 4 bytes before them. */
    boolean hasStoredLength() {
        return isTail() && count() == null && !isToEnd();
    }

    /**
     * The name of the component that holds the number of values of a tail; {@code null} if 4 bytes before them do, or if it
     * {@linkplain #isToEnd() reaches to the end}.
     */
    public @Nullable String count() {
        return count.tail() == null ? null : count.tail().count();
    }

    /** The unit of {@link #count()}. */
    public TailUnit unit() {
        return count.tail() == null ? TailUnit.ELEMENTS : count.tail().unit();
    }

    /** The multiple up to which the end of a tail is rounded, in bytes from the start of the struct; 1 for none. */
    public long pad() {
        return count.tail() == null ? 1 : count.tail().pad();
    }

    /** The alignment that its {@link Align} requires, in bytes; 1 without one. */
    public long byteAlignment() {
        return traits.byteAlignment();
    }

    /** Returns whether it is a {@link Ref}, the address of another struct in the same memory. */
    public boolean isReference() {
        return kind instanceof ComponentKind.Reference;
    }

    /** Returns whether it has atomic accessors: {@link Atomic}. */
    public boolean isAtomic() {
        return kind instanceof ComponentKind.Atomic;
    }

    /** Returns whether it is not a component of the record, but the bits that say which of them hold a value. */
    public boolean isPresence() {
        return kind instanceof ComponentKind.Presence;
    }

    /** Returns whether it is a bit-field. */
    public boolean isBitField() {
        return kind instanceof ComponentKind.Bits;
    }

    /**
     * The position of a bit-field's first bit in its first byte, from 0 to 7: counted from the least significant bit,
     * in a big-endian struct from the most significant. 0 for all other components.
     */
    public int bitOffset() {
        return kind instanceof ComponentKind.Bits bits ? bits.bitOffset() : 0;
    }

    /** The width of a bit-field in bits; 0 for all other components. */
    public int bitWidth() {
        return kind instanceof ComponentKind.Bits bits ? bits.bitWidth() : 0;
    }

    /** The number of its bytes; for a bit-field, those in which it has bits; for a tail, those before its values. */
    public long byteSize() {
        return isTail() ? tailOffset() - byteOffset : kind.byteSize() * length();
    }

    /**
     * The storage as text: {@code I32}, {@code U8[16]}, {@code I32 big-endian}, {@code struct}, {@code I32+U8[]}, {@code
     * U8[nameLength]}.
     */
    public String storage() {
        String text = isSequence() ? sequenceStorage() : kind.storage();
        boolean hasOrder = hasStoredLength()
                || (kind.storageType() != null && (kind.byteSize() > 1 || isBitField()) && !isPresence());
        String ordered = switch (order()) {
            case BIG_ENDIAN -> hasOrder ? text + " big-endian" : text;
            case NATIVE -> hasOrder ? text + " native" : text;
            case LITTLE_ENDIAN -> text;
        };
        return pad() > 1 ? ordered + " padded to " + pad() : ordered;
    }

    // U8[16]
    // I32+U8[]
    // U8[nameLength]
    // I32[byteLength in bytes]
    // I8[to end]
    private String sequenceStorage() {
        if (!isTail()) {
            return kind.storage() + "[" + length() + "]";
        }
        if (isToEnd()) {
            return kind.storage() + "[to end]";
        }
        if (count() == null) {
            return StorageType.I32 + "+" + kind.storage() + "[]";
        }
        return kind.storage() + "[" + count() + (unit() == TailUnit.BYTES ? " in bytes]" : "]");
    }

    /** The size as text: in bytes, or for a bit-field {@code 3:5}, its first bit and its width. */
    String size() {
        return isBitField() ? bitOffset() + ":" + bitWidth() : Long.toString(byteSize());
    }

    /** The name, storage and offset in bytes as text: {@code id: I32 at 0}; for a bit-field also its bits. */
    @Override
    public String toString() {
        return name + ": " + storage() + (isBitField() ? " bits " + size() : "") + " at " + byteOffset;
    }
}
