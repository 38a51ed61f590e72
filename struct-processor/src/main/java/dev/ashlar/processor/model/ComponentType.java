package dev.ashlar.processor.model;

import dev.ashlar.struct.StorageType;
import java.util.List;
import java.util.stream.Collectors;

/** The type of a component and the way it is stored. Sizes are the layout's business. */
public sealed interface ComponentType {
    /** The type as it is written in Java; arrays with their length. */
    String typeName();

    /** The structs that lie in it, each once. */
    default List<StructModel> structs() {
        return List.of();
    }

    /** Returns the type of the elements of an array or tail, and any other type itself. */
    static ComponentType elementOf(ComponentType type) {
        return switch (type) {
            case FixedArray array -> array.element();
            case ArrayTail tail -> tail.element();
            default -> type;
        };
    }

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

        @Override
        public List<StructModel> structs() {
            return List.of(struct);
        }
    }

    /** {@code length} values, one after the other. */
    record FixedArray(Element element, int length) implements ComponentType {
        @Override
        public String typeName() {
            return element.typeName() + "[" + length + "]";
        }

        @Override
        public List<StructModel> structs() {
            return element.structs();
        }
    }

    /** A number of values at the end of the struct that differs from struct to struct, and before them that number. */
    sealed interface Tail extends ComponentType {}

    /** A tail that is a string. */
    record TextTail() implements Tail {
        @Override
        public String typeName() {
            return "String";
        }
    }

    /** A tail of elements. */
    record ArrayTail(Element element) implements Tail {
        @Override
        public String typeName() {
            return element.typeName() + "[]";
        }

        @Override
        public List<StructModel> structs() {
            return element.structs();
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

        @Override
        public List<StructModel> structs() {
            return union.variants().stream().map(UnionModel.Variant::struct).toList();
        }
    }

    /**
     * A C bit-field.
     *
     * @param value its Java type and the type of its unit
     * @param width in bits
     * @param newUnit whether it starts a new unit, as after a bit-field of width zero
     */
    record BitField(Primitive value, int width, boolean newUnit) implements ComponentType {
        @Override
        public String typeName() {
            return value.typeName();
        }
    }
}
