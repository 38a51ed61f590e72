/** Writes the ring class of a struct. */
@NullMarked
package dev.ashlar.processor.write.ring;

import org.jspecify.annotations.NullMarked;
