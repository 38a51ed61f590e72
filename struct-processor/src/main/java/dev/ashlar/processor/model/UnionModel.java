package dev.ashlar.processor.model;

import java.util.List;

/**
 * The structs of a sealed interface, one of which lies in memory at a time.
 *
 * @param name that of the interface
 * @param variants in the order in which the interface permits them
 */
public record UnionModel(StructName name, List<Variant> variants) {
    /**
     * One of the structs.
     *
     * @param number what the tag is while it is there: its code, or its place
     * @param hasCode whether the number is that of its {@code @Code}
     */
    public record Variant(StructModel struct, long number, boolean hasCode) {
        /** The name of the struct alone. */
        public String name() {
            return struct.name().simpleName();
        }

        /** The constant of the tag: {@code FilledCircle} → {@code FILLED_CIRCLE}. */
        public String constant() {
            return OffsetConstant.upperSnake(name());
        }
    }

    public UnionModel {
        variants = List.copyOf(variants);
    }

    /** Returns whether some variant has a number of its own. */
    public boolean hasCodes() {
        return variants.stream().anyMatch(Variant::hasCode);
    }
}
