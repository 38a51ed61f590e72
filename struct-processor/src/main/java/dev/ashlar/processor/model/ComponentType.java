package dev.ashlar.processor.model;

import dev.ashlar.struct.StorageType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * The type of a component and the way it is stored. Sizes are the layout's business.
 *
 * <p>A new kind is a new record here. The questions that other packages ask of any type are switches without a default, here
 * or there, so that the compiler lists what a new kind has to answer.
 */
public sealed interface ComponentType {
    /** The type as it is written in Java; arrays with their length. */
    String typeName();

    /** Returns the type of the elements of an array or tail, and any other type itself. */
    default ComponentType elementType() {
        return switch (this) {
            case FixedArray array -> array.element();
            case ArrayTail tail -> tail.element();
            case Element _, FixedText _, TextTail _, Pointer _, Atomic _, Reference _, Tag _, Union _, BitField _ ->
                this;
            case Presence _ -> this;
        };
    }

    /** The structs that lie in it, each once. */
    default List<StructModel> structs() {
        return switch (elementType()) {
            case Nested nested -> List.of(nested.struct());
            case Union union ->
                union.union().variants().stream()
                        .map(UnionModel.Variant::struct)
                        .toList();
            case Scalar _, FixedArray _, ArrayTail _, FixedText _, TextTail _ -> List.of();
            case Pointer _, Atomic _, Reference _, Tag _, BitField _, Presence _ -> List.of();
        };
    }

    /** The enum whose constants it holds; empty for all else. */
    default Optional<EnumModel> enumeration() {
        return switch (elementType()) {
            case Enumeration enumeration -> Optional.of(enumeration.model());
            case BitField bits -> bits.value().enumeration();
            case Primitive _, Nested _, FixedArray _, ArrayTail _, FixedText _, TextTail _ -> Optional.empty();
            case Pointer _, Atomic _, Reference _, Tag _, Union _, Presence _ -> Optional.empty();
        };
    }

    /** The types that code about it mentions: structs, enums and the targets of references. */
    default List<Mention> mentions() {
        return switch (elementType()) {
            case Reference reference -> List.of(new Mention(reference.target(), reference.isPublic()));
            case Enumeration enumeration ->
                List.of(new Mention(
                        enumeration.model().name(), enumeration.model().isPublic()));
            case Nested _, Union _ ->
                structs().stream()
                        .map(struct -> new Mention(struct.name(), struct.isPublic()))
                        .toList();
            case BitField bits -> bits.value().mentions();
            case Primitive _, FixedArray _, FixedText _, ArrayTail _, TextTail _ -> List.of();
            case Pointer _, Atomic _, Tag _, Presence _ -> List.of();
        };
    }

    /** The number of values that it holds, for an array or string of fixed length; empty for all else. */
    default OptionalInt fixedLength() {
        return switch (this) {
            case FixedArray array -> OptionalInt.of(array.length());
            case FixedText text -> OptionalInt.of(text.length());
            case Element _, ArrayTail _, TextTail _, Pointer _, Atomic _ -> OptionalInt.empty();
            case Reference _, Tag _, Union _, BitField _, Presence _ -> OptionalInt.empty();
        };
    }

    /** Returns whether it is one {@code boolean}. */
    default boolean isTruth() {
        return switch (this) {
            case Primitive primitive -> primitive.primitive() == JavaPrimitive.BOOLEAN;
            case BitField bits -> bits.value().isTruth();
            case Enumeration _, Nested _, FixedArray _, FixedText _, ArrayTail _, TextTail _ -> false;
            case Pointer _, Atomic _, Reference _, Tag _, Union _, Presence _ -> false;
        };
    }

    /** Returns whether all bytes are a value of it, and are what is stored for that value. */
    default boolean isExact() {
        return switch (elementType()) {
            case Primitive primitive -> primitive.primitive() != JavaPrimitive.BOOLEAN;
            case BitField bits -> bits.enumeration().isEmpty() && (!bits.value().isTruth() || bits.width() == 1);
            case Pointer _, Atomic _, Reference _ -> true;
            // The constructor of its record may refuse values, or make others of them.
            case Nested _ -> false;
            // Both make the bytes zero that the one variant does not need, or that no component has.
            case Tag _, Union _, Presence _ -> false;
            case Enumeration _, FixedText _, FixedArray _, ArrayTail _, TextTail _ -> false;
        };
    }

    /**
     * A type of the user's that a component mentions.
     *
     * @param isPublic whether it and every type around it is public
     */
    record Mention(StructName name, boolean isPublic) {}

    /** A type that the elements of an array can have. */
    sealed interface Element extends ComponentType {}

    /** A number of one storage type: a primitive value or an enum. */
    sealed interface Scalar extends Element {
        /** The storage type of each value. */
        StorageType storageType();
    }

    /** One primitive value. */
    record Primitive(JavaPrimitive primitive, StorageType storageType) implements Scalar {
        @Override
        public String typeName() {
            return primitive.keyword();
        }

        /** Returns whether it is an integer, and neither a {@code boolean} nor a {@code char}. */
        public boolean isInteger() {
            return switch (primitive) {
                case BYTE, SHORT, INT, LONG -> true;
                case BOOLEAN, CHAR, FLOAT, DOUBLE -> false;
            };
        }

        /** Returns whether some values of the Java type do not fit in the storage type. */
        public boolean isNarrowed() {
            return primitive != JavaPrimitive.BOOLEAN && storageType != primitive.storageType();
        }
    }

    /** One constant of an enum. */
    record Enumeration(EnumModel model, StorageType storageType) implements Scalar {
        @Override
        public String typeName() {
            return model.name().nameInPackage();
        }
    }

    /** Another struct, inline. */
    record Nested(StructModel struct) implements Element {
        @Override
        public String typeName() {
            return struct.name().nameInPackage();
        }
    }

    /** {@code length} values, one after the other. */
    record FixedArray(Element element, int length) implements ComponentType {
        @Override
        public String typeName() {
            return element.typeName() + "[" + length + "]";
        }
    }

    /** A number of values at the end of the struct that differs from struct to struct. */
    sealed interface Tail extends ComponentType {
        /** Where that number is stored, and what follows the values. */
        TailModel tail();
    }

    /** A tail that is a string. */
    record TextTail(TailModel tail) implements Tail {
        @Override
        public String typeName() {
            return "String";
        }
    }

    /** A tail of elements. */
    record ArrayTail(Element element, TailModel tail) implements Tail {
        @Override
        public String typeName() {
            return element.typeName() + "[]";
        }
    }

    /** A string in a field of {@code length} bytes. */
    record FixedText(int length) implements ComponentType {
        @Override
        public String typeName() {
            return "String";
        }
    }

    /** A C pointer. */
    record Pointer() implements ComponentType {
        @Override
        public String typeName() {
            return "MemorySegment";
        }
    }

    /** One number with atomic accessors, stored as its Java type. */
    record Atomic(Primitive value) implements ComponentType {
        @Override
        public String typeName() {
            return value.typeName();
        }
    }

    /**
     * The address of another struct in the same memory.
     *
     * @param isPublic whether that struct and every type around it is public
     */
    record Reference(StructName target, boolean isPublic, StorageType storageType) implements ComponentType {
        @Override
        public String typeName() {
            return "Ref<" + target.nameInPackage() + ">";
        }
    }

    /** The number that says which variant of a union is there. */
    record Tag(UnionModel union, StorageType storageType) implements ComponentType {
        @Override
        public String typeName() {
            return "Tag";
        }
    }

    /** One of several structs. */
    record Union(UnionModel union) implements ComponentType {
        @Override
        public String typeName() {
            return union.variants().stream().map(UnionModel.Variant::name).collect(Collectors.joining(" | "));
        }
    }

    /**
     * A C bit-field.
     *
     * @param value its Java type, no floating-point one, and the type of its unit
     * @param width in bits
     * @param newUnit whether it starts a new unit, as after a bit-field of width zero
     */
    record BitField(Scalar value, int width, boolean newUnit) implements ComponentType {
        @Override
        public String typeName() {
            return value.typeName();
        }
    }

    /**
     * The bits that say which optional components of the struct, and which optional elements of arrays, have a value. No
     * component of a record has this type: the layout places it.
     *
     * @param components the names of these components, in the order of their bits
     * @param count the number of bits
     */
    record Presence(List<String> components, int count) implements ComponentType {
        @Override
        public String typeName() {
            return "bits";
        }
    }
}
