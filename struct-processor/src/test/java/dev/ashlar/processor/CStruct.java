package dev.ashlar.processor;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A struct that can be written both in Java and in C: a record, or a sealed interface, whose members are a {@link Tag} and
 * {@link OneOf} the variants.
 *
 * @param name the record or interface
 * @param cName what C calls it: {@code struct S1}, {@code union S2}
 * @param packed whether it has no padding
 * @param pack the most alignment of a member, as {@code #pragma pack} says it; 0 for no limit
 * @param align its least alignment in bytes; 1 when nothing is asked
 * @param bigEndian whether its values have the most significant byte first
 */
record CStruct(
        String name, String cName, boolean packed, int pack, int align, boolean bigEndian, List<Member> members) {
    /** A struct that a header of C declares. */
    static CStruct declared(String name, String cName, boolean packed, Member... members) {
        return new CStruct(name, cName, packed, 0, 1, false, List.of(members));
    }

    /** A union of what its tag names. */
    static CStruct union(String name, boolean packed, boolean bigEndian, Tag tag) {
        List<Member> members = List.of(Member.of("tag", tag), Member.of("value", new OneOf(tag.variants)));
        return new CStruct(name, "struct " + name, packed, 0, 1, bigEndian, members);
    }

    CStruct withAlign(int other) {
        return new CStruct(name, cName, packed, pack, other, bigEndian, members);
    }

    /** The tag, if this is a union. */
    Optional<Tag> tag() {
        return members.getFirst().type instanceof Tag tag ? Optional.of(tag) : Optional.empty();
    }

    /** Returns whether it is a union without a tag: all its members are arms at offset 0. */
    boolean hasArms() {
        return cName.startsWith("union ");
    }

    boolean hasTail() {
        return members.getLast().type instanceof Tail;
    }

    /** The alignment in bytes, as GCC computes it. */
    int alignment() {
        return Math.max(align, naturalAlignment());
    }

    private int limited(int alignment) {
        return pack == 0 ? alignment : Math.min(alignment, pack);
    }

    /** What the members ask for. */
    int naturalAlignment() {
        return members.stream()
                .mapToInt(member -> limited(Math.max(member.align, packed ? 1 : member.type.alignment())))
                .max()
                .orElse(1);
    }

    /**
     * One member.
     *
     * @param name in Java
     * @param cName in C
     * @param align the least alignment in bytes; 1 when nothing is asked
     * @param turned whether its bytes are in the other order than those of its struct
     */
    record Member(String name, String cName, Type type, int align, boolean turned) {
        Member(String name, String cName, Type type, int align) {
            this(name, cName, type, align, false);
        }

        static Member of(String name, Type type) {
            return new Member(name, name, type, 1);
        }

        static Member of(String name, String cName, Type type) {
            return new Member(name, cName, type, 1);
        }
    }

    /** The type of a member. */
    sealed interface Type {
        int alignment();
    }

    /** How a number is stored; {@code F} ones are floating. */
    enum Storage {
        I8,
        U8,
        I16,
        U16,
        I32,
        U32,
        I64,
        U64,
        F32,
        F64;

        int byteSize() {
            return Integer.parseInt(name().substring(1)) / Byte.SIZE;
        }

        boolean isSigned() {
            return name().startsWith("I");
        }

        String cName() {
            return switch (this) {
                case F32 -> "float";
                case F64 -> "double";
                default -> (isSigned() ? "int" : "uint") + byteSize() * Byte.SIZE + "_t";
            };
        }
    }

    /**
     * A primitive value.
     *
     * @param java its Java type
     * @param stored what {@code @Stored} says; null when it says nothing
     */
    record Scalar(Class<?> java, @Nullable Storage stored) implements Type {
        static final Scalar BYTE = new Scalar(byte.class, null);
        static final Scalar SHORT = new Scalar(short.class, null);
        static final Scalar INT = new Scalar(int.class, null);
        static final Scalar LONG = new Scalar(long.class, null);
        static final Scalar U8 = new Scalar(int.class, Storage.U8);
        static final Scalar U16 = new Scalar(int.class, Storage.U16);
        static final Scalar U32 = new Scalar(long.class, Storage.U32);

        Storage storage() {
            if (stored != null) {
                return stored;
            }
            return switch (java.getName()) {
                case "byte" -> Storage.I8;
                case "boolean" -> Storage.U8;
                case "short" -> Storage.I16;
                case "char" -> Storage.U16;
                case "int" -> Storage.I32;
                case "long" -> Storage.I64;
                case "float" -> Storage.F32;
                default -> Storage.F64;
            };
        }

        @Override
        public int alignment() {
            return storage().byteSize();
        }
    }

    /** A primitive value that may be absent, by itself or as an element of an array. */
    record Boxed(Scalar value) implements Type {
        @Override
        public int alignment() {
            return value.alignment();
        }
    }

    /** The presence bits of a struct, which are no component. */
    record Presence(int count) implements Type {
        int byteSize() {
            return (count + Byte.SIZE - 1) / Byte.SIZE;
        }

        /** One byte of them, all of whose bits are 1. */
        long ones(int index) {
            return (1L << Math.min(Byte.SIZE, count - index * Byte.SIZE)) - 1;
        }

        @Override
        public int alignment() {
            return 1;
        }
    }

    /** A string in a field of so many bytes. */
    record Text(int length) implements Type {
        @Override
        public int alignment() {
            return 1;
        }
    }

    /** Another struct, inline. */
    record Nested(CStruct struct) implements Type {
        @Override
        public int alignment() {
            return struct.alignment();
        }
    }

    /** Several of the same, inline. */
    record Array(Type element, int length) implements Type {
        @Override
        public int alignment() {
            return element.alignment();
        }
    }

    /** A C pointer. */
    record Pointer() implements Type {
        @Override
        public int alignment() {
            return Long.BYTES;
        }
    }

    /**
     * The address of another struct in the same memory.
     *
     * @param target the record that it refers to
     * @param isNarrow whether it takes 4 bytes, and not 8
     */
    record Reference(String target, boolean isNarrow) implements Type {
        @Override
        public int alignment() {
            return isNarrow ? Integer.BYTES : Long.BYTES;
        }
    }

    /**
     * What says which variant of a union is there.
     *
     * @param numbers of the variants
     * @param coded whether the numbers are codes rather than places
     * @param stored how; null when nothing is said
     */
    record Tag(
            List<CStruct> variants,
            List<Long> numbers,
            boolean coded,
            @Nullable Storage stored) implements Type {
        Storage storage() {
            return stored == null ? Storage.I32 : stored;
        }

        @Override
        public int alignment() {
            return storage().byteSize();
        }
    }

    /** The room of a union for any of its variants. */
    record OneOf(List<CStruct> variants) implements Type {
        @Override
        public int alignment() {
            return variants.stream().mapToInt(CStruct::alignment).max().orElse(1);
        }
    }

    /**
     * The length of a tail and its elements, of which there are none.
     *
     * @param element a {@link Text} if the tail is a string
     */
    record Tail(Type element) implements Type {
        @Override
        public int alignment() {
            return Math.max(Integer.BYTES, element.alignment());
        }
    }

    /** A bit-field, whose unit is a {@link Scalar} or a {@link Choice}. */
    record Bits(Type unit, int width, boolean newUnit) implements Type {
        boolean isSigned() {
            return unit instanceof Scalar scalar && scalar.storage().isSigned() && scalar.java() != boolean.class;
        }

        @Override
        public int alignment() {
            return unit.alignment();
        }
    }

    /** A value that a codec stores as a number. */
    record Coded(CodedType codec) implements Type {
        @Override
        public int alignment() {
            return codec.storage().byteSize();
        }
    }

    /** A UUID, which a codec stores as 16 bytes. */
    record Uuid() implements Type {
        @Override
        public int alignment() {
            return 1;
        }
    }

    /**
     * An enum.
     *
     * @param numbers of its constants, which are named {@code A0}, {@code A1}, …
     * @param coded whether the numbers are codes rather than ordinals
     */
    record Choice(
            String name,
            List<Long> numbers,
            boolean coded,
            @Nullable Storage stored) implements Type {
        @Override
        public int alignment() {
            return stored == null ? Integer.BYTES : stored.byteSize();
        }

        String declaration() {
            StringBuilder constants = new StringBuilder();
            for (int index = 0; index < numbers.size(); index++) {
                String code = coded ? "@Code(" + numbers.get(index) + "L) " : "";
                constants.append(String.format(Locale.ROOT, "%sA%d, ", code, index));
            }
            return "public enum " + name + " { " + constants + "}";
        }
    }
}
