package dev.ashlar.processor.read;

import dev.ashlar.processor.model.Site;
import javax.lang.model.element.TypeElement;

/**
 * A struct that a component holds or refers to.
 *
 * @param site where the component stands
 * @param component its name
 * @param type the other struct
 */
public record NestedUse(Site site, String component, TypeElement type) {}
