/** Writes the map class of a struct. */
@NullMarked
package dev.ashlar.processor.write.map;

import org.jspecify.annotations.NullMarked;
