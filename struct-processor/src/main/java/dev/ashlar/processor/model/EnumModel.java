package dev.ashlar.processor.model;

import java.util.List;

/**
 * An enum.
 *
 * @param name its name
 * @param isPublic whether it and every type around it is public
 * @param hasCodes whether its constants have numbers of their own, and not their ordinals
 * @param constants their names, in the order of their declaration
 * @param numbers those of its constants, in the same order
 */
public record EnumModel(
        StructName name, boolean isPublic, boolean hasCodes, List<String> constants, List<Long> numbers) {
    public EnumModel {
        constants = List.copyOf(constants);
        numbers = List.copyOf(numbers);
    }
}
