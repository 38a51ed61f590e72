package dev.ashlar.processor.model;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The class by which the values of a component are stored. It stands beside the type of the component, which is the stored
 * form, so that layouts, checks and all other outputs see what lies in memory.
 *
 * @param name the class
 * @param isPublic whether it and every type around it is public
 * @param value the type of a value
 * @param isByElement whether the component is an array or tail of values
 * @param scale what both methods take besides the value; null when they take nothing
 * @param takesLength whether {@code encode} takes the length of the component in bytes besides the value
 * @param suffix the end of the names of the accessors of the stored form
 */
public record CodecModel(
        StructName name,
        boolean isPublic,
        ValueType value,
        boolean isByElement,
        @Nullable Integer scale,
        boolean takesLength,
        String suffix) {
    /** The type of a value. */
    public sealed interface ValueType {
        /** The type as it is written in Java. */
        String typeName();
    }

    /** A primitive type. */
    public record PrimitiveValue(JavaPrimitive primitive) implements ValueType {
        @Override
        public String typeName() {
            return primitive.keyword();
        }
    }

    /**
     * A class, interface, record or enum without type parameters.
     *
     * @param isPublic whether it and every type around it is public
     * @param hasEquals whether two objects that stand for the same are equal
     */
    public record ObjectValue(StructName name, boolean isPublic, boolean hasEquals) implements ValueType {
        @Override
        public String typeName() {
            return name.nameInPackage();
        }
    }

    /** The codec as descriptions, recordings and fingerprints name it: with what decides the meaning of the bytes. */
    // p.MoneyCodec
    // dev.ashlar.struct.codec.ScaledDecimal scale 4
    public String text() {
        return name.canonicalName() + (scale == null ? "" : " scale " + scale);
    }

    /** Returns whether two values that stand for the same are equal. */
    public boolean hasEquals() {
        return !(value instanceof ObjectValue object) || object.hasEquals();
    }

    /** Returns whether it is of the library, and so does nothing but encode and decode. */
    boolean isOfLibrary() {
        return name.packageName().equals("dev.ashlar.struct.codec");
    }

    /** Returns whether a value is a {@code boolean}. */
    boolean isTruth() {
        return !isByElement && value.typeName().equals(JavaPrimitive.BOOLEAN.keyword());
    }

    /** The types that code about it mentions. */
    List<ComponentType.Mention> mentions() {
        Stream<ComponentType.Mention> values = value instanceof ObjectValue object
                ? Stream.of(new ComponentType.Mention(object.name(), object.isPublic()))
                : Stream.empty();
        return Stream.concat(Stream.of(new ComponentType.Mention(name, isPublic)), values)
                .toList();
    }
}
