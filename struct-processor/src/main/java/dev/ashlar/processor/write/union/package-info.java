/** Writes the view of a union. */
@NullMarked
package dev.ashlar.processor.write.union;

import org.jspecify.annotations.NullMarked;
