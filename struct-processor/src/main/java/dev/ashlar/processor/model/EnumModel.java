package dev.ashlar.processor.model;

import java.util.List;

/**
 * An enum.
 *
 * @param name its name
 * @param hasCodes whether its constants have numbers of their own, and not their ordinals
 * @param numbers those of its constants, in the order of their declaration
 */
public record EnumModel(StructName name, boolean hasCodes, List<Long> numbers) {
    public EnumModel {
        numbers = List.copyOf(numbers);
    }
}
