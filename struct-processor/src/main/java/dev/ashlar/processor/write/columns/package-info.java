/** Writes the columns class of a struct, and its rows. */
@NullMarked
package dev.ashlar.processor.write.columns;

import org.jspecify.annotations.NullMarked;
