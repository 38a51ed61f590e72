package dev.ashlar.struct;

import java.util.Objects;

/**
 * One constant of an enum, as it is stored.
 *
 * @param name its name in the source
 * @param number its ordinal, or its {@link Code}
 */
public record StructConstant(String name, long number) {
    public StructConstant {
        Objects.requireNonNull(name, "name");
    }
}
