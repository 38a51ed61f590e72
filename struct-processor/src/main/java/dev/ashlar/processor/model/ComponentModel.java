package dev.ashlar.processor.model;

import org.jspecify.annotations.Nullable;

/**
 * One component of a struct.
 *
 * @param name its name in the record
 * @param getter the method of the record that tells its value
 * @param type what it holds; null when a finding says that it cannot be stored
 * @param byteAlignment the value of its {@code @Align}; null when it has none
 * @param assertedOffset the value of its {@code @Offset}; null when it has none
 * @param site where it stands in the source
 */
public record ComponentModel(
        String name,
        String getter,
        @Nullable ComponentType type,
        @Nullable Long byteAlignment,
        @Nullable Long assertedOffset,
        Site site) {
    /** Returns the type, once the checks have passed: every component of a struct without errors has one. */
    public ComponentType storedType() {
        if (type == null) {
            throw new IllegalStateException("component without a type: " + name);
        }
        return type;
    }

    /** The same component under another name. */
    public ComponentModel named(String other) {
        return new ComponentModel(other, getter, type, byteAlignment, assertedOffset, site);
    }
}
