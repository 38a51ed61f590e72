/**
 * Writes the view of a struct, with a class for each feature, and the parts that the other generated classes reuse.
 */
@NullMarked
package dev.ashlar.processor.write.view;

import org.jspecify.annotations.NullMarked;
