package dev.ashlar.struct;

import dev.ashlar.struct.support.PresenceBits;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The kind of one value of a {@link StructComponent}, and its storage. There is a record for each kind, so that code
 * that works on any struct is a {@code switch}, which the compiler checks for missing cases.
 */
public sealed interface ComponentKind {
    /** The size of one value in bytes; for a bit-field, of the bytes in which it has bits. */
    long byteSize();

    /** The storage type of one value; {@code null} if it is a struct or a union. */
    @Nullable
    StorageType storageType();

    /** The storage of one value as text: {@code I32}, {@code ADDRESS}, {@code struct}. */
    default String storage() {
        return String.valueOf(storageType());
    }

    /** A value that is stored as one number. */
    sealed interface Scalar extends ComponentKind {
        @Override
        StorageType storageType();

        @Override
        default long byteSize() {
            return storageType().byteSize();
        }
    }

    /** A number: {@code byte}, {@code short}, {@code int}, {@code long}, {@code float} or {@code double}. */
    record Numeric(StorageType storageType) implements Scalar {}

    /** A {@code boolean}: any number other than 0 is true. */
    record Truth(StorageType storageType) implements Scalar {}

    /** A {@code char}: a UTF-16 code unit. */
    record Letter(StorageType storageType) implements Scalar {}

    /** A number with atomic accessors: {@link dev.ashlar.struct.Atomic}. */
    record Atomic(StorageType storageType) implements Scalar {}

    /**
     * A constant of an enum.
     *
     * @param constants all constants of the enum, in the order of their declaration
     */
    record Constant(StorageType storageType, List<StructConstant> constants) implements Scalar {
        public Constant {
            constants = List.copyOf(constants);
        }
    }

    /** The number that tells which variant a union holds. */
    record Tag(StorageType storageType) implements Scalar {}

    /**
     * The address of another struct in the same memory: {@link Ref}. {@link StructType#target} is the type of that
     * other struct.
     */
    record Reference(StorageType storageType) implements Scalar {}

    /** A C pointer. */
    record Pointer() implements Scalar {
        @Override
        public StorageType storageType() {
            return StorageType.I64;
        }

        @Override
        public String storage() {
            return "ADDRESS";
        }
    }

    /** A byte of a string in UTF-8. */
    record Text() implements Scalar {
        @Override
        public StorageType storageType() {
            return StorageType.U8;
        }
    }

    /**
     * A bit-field.
     *
     * @param storageType its type in C
     * @param bitOffset its start in its first byte, 0 to 7
     * @param bitWidth its width in bits
     * @param isTruth whether it is a {@code boolean}
     * @param constants all constants of the enum that it is, in the order of their declaration; none for all else
     */
    record Bits(StorageType storageType, int bitOffset, int bitWidth, boolean isTruth, List<StructConstant> constants)
            implements ComponentKind {
        public Bits {
            constants = List.copyOf(constants);
        }

        /** A bit-field that is a number or a {@code boolean}. */
        public Bits(StorageType storageType, int bitOffset, int bitWidth, boolean isTruth) {
            this(storageType, bitOffset, bitWidth, isTruth, List.of());
        }

        @Override
        public long byteSize() {
            return ((long) bitOffset + bitWidth + Byte.SIZE - 1) / Byte.SIZE;
        }
    }

    /**
     * The bits that say which of the optional components of a struct hold a value: one for each, or for each element of an
     * array of {@linkplain StructComponent#hasOptionalElements() optional elements}, in order, from the least significant
     * bit of the first byte on, whatever the byte order of the struct. 1 stands for a value.
     *
     * @param components the names of these components
     * @param count the number of bits
     */
    record Presence(List<String> components, int count) implements ComponentKind {
        public Presence {
            components = List.copyOf(components);
        }

        @Override
        public long byteSize() {
            return PresenceBits.byteSize(count);
        }

        @Override
        public StorageType storageType() {
            return StorageType.U8;
        }

        @Override
        public String storage() {
            return count + (count == 1 ? " bit" : " bits");
        }
    }

    /**
     * Another struct, inline.
     *
     * @param struct the description of the struct; {@code null} in the annotation processor, which knows only its size
     * @param byteSize its size in bytes
     */
    record Nested(@Nullable StructType<?, ?> struct, long byteSize) implements ComponentKind {
        @Override
        public @Nullable StorageType storageType() {
            return null;
        }

        @Override
        public String storage() {
            return "struct";
        }
    }

    /**
     * One of several structs: the one that the {@link Tag} before it indicates.
     *
     * @param variants the structs that it may be; none in the annotation processor, which knows only their sizes
     * @param byteSize the size of the largest in bytes, rounded up to the alignment of all
     */
    record Union(List<StructVariant> variants, long byteSize) implements ComponentKind {
        public Union {
            variants = List.copyOf(variants);
        }

        @Override
        public @Nullable StorageType storageType() {
            return null;
        }

        @Override
        public String storage() {
            return "union";
        }
    }

    /**
     * The kind of a number of a primitive type, by the name of the type or of an array of it: {@code int}, {@code
     * char[3]}.
     */
    static ComponentKind ofPrimitive(String typeName, StorageType storageType) {
        Objects.requireNonNull(storageType, "storageType");
        return switch (typeName.replaceFirst("\\[.*", "")) {
            case "boolean" -> new Truth(storageType);
            case "char" -> new Letter(storageType);
            default -> new Numeric(storageType);
        };
    }
}
