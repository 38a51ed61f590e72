package dev.ashlar.processor.model;

/**
 * A struct that a component holds or refers to.
 *
 * @param site where the component stands
 * @param component its name
 * @param struct the other struct
 */
public record NestedUse(Site site, String component, StructName struct) {}
