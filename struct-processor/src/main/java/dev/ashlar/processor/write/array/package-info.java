/** Writes the array class of a struct. */
@NullMarked
package dev.ashlar.processor.write.array;

import org.jspecify.annotations.NullMarked;
