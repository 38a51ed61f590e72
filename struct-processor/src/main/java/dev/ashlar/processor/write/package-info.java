/**
 * Writes the classes of a struct that is in order; one class here for each feature of the generated ones. The only
 * package that knows JavaPoet.
 */
@NullMarked
package dev.ashlar.processor.write;

import org.jspecify.annotations.NullMarked;
