/** Writes the list class of a struct. */
@NullMarked
package dev.ashlar.processor.write.list;

import org.jspecify.annotations.NullMarked;
