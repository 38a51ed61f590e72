package dev.ashlar.processor.write.names;

import dev.ashlar.processor.model.PropertyName;
import dev.ashlar.struct.StructAccessors;

/**
 * The names of the methods that read and write a component, in the style of the struct. Only of booleans Kotlin reads {@code
 * isOpen()} as a property.
 */
record AccessorNames(StructAccessors style) {
    // id
    // getId
    String getter(boolean isTruth, String name) {
        return switch (style) {
            case BEAN -> isTruth ? PropertyName.getter(name) : "get" + PropertyName.capitalized(name);
            case RECORD, AUTOMATIC -> name;
        };
    }

    // id
    // setId
    String setter(boolean isTruth, String name) {
        return switch (style) {
            case BEAN -> isTruth ? PropertyName.setter(name) : "set" + PropertyName.capitalized(name);
            case RECORD, AUTOMATIC -> name;
        };
    }

    boolean isBean() {
        return style == StructAccessors.BEAN;
    }
}
