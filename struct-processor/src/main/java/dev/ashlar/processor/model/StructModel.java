package dev.ashlar.processor.model;

import java.util.List;

/**
 * One struct.
 *
 * @param name its name
 * @param isPublic whether it and every type around it is public, and so its view too
 * @param surroundings what of its surroundings the generated code must respect
 * @param components in the order of their declaration
 * @param assertion what its {@code @LayoutCheck} asserts
 * @param site where it stands in the source
 */
public record StructModel(
        StructName name,
        boolean isPublic,
        Surroundings surroundings,
        List<ComponentModel> components,
        LayoutAssertion assertion,
        Site site) {
    /** The most bytes that a struct may have: all of them fit in a Java array, which some JVMs end 8 short. */
    public static final long MAX_BYTE_SIZE = Integer.MAX_VALUE - 8;

    public StructModel {
        components = List.copyOf(components);
    }

    /**
     * What generated code must respect where it stands.
     *
     * @param isDeprecated whether naming the struct or its components would raise a deprecation warning
     * @param hidesJavaLang whether the package has a type named as one of {@code java.lang} that generated code uses
     */
    public record Surroundings(boolean isDeprecated, boolean hidesJavaLang) {}
}
