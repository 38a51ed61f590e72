/**
 * Writes the classes of a struct that has passed its checks. Only this package and those below it know JavaPoet.
 */
@NullMarked
package dev.ashlar.processor.write;

import org.jspecify.annotations.NullMarked;
