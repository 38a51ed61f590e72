package dev.ashlar.struct;

import java.util.Objects;

/**
 * One of the structs that a union can hold.
 *
 * @param name its constant in the {@code Tag} of the union's view
 * @param number the tag of the union while it holds this struct
 * @param struct its description
 */
public record StructVariant(String name, long number, StructType<?, ?> struct) {
    public StructVariant {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(struct, "struct");
    }
}
