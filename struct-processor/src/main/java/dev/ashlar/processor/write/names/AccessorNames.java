package dev.ashlar.processor.write.names;

import dev.ashlar.processor.model.ComponentModel;
import dev.ashlar.processor.model.PropertyName;
import dev.ashlar.struct.StructAccessors;

/** The names of the methods that read and write a component, in the style of the struct. */
record AccessorNames(StructAccessors style) {
    // id
    // getId
    String getter(ComponentModel component, String name) {
        return switch (style) {
            case BEAN -> isBoolean(component) ? PropertyName.getter(name) : "get" + PropertyName.capitalized(name);
            case RECORD, AUTOMATIC -> name;
        };
    }

    // id
    // setId
    String setter(ComponentModel component, String name) {
        return switch (style) {
            case BEAN -> isBoolean(component) ? PropertyName.setter(name) : "set" + PropertyName.capitalized(name);
            case RECORD, AUTOMATIC -> name;
        };
    }

    boolean isBean() {
        return style == StructAccessors.BEAN;
    }

    /** Only of booleans Kotlin reads {@code isOpen()} as a property. */
    private static boolean isBoolean(ComponentModel component) {
        return component.storedType().isTruth();
    }
}
