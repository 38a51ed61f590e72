/** The list of a struct. */
@NullMarked
package dev.ashlar.processor.write.list;

import org.jspecify.annotations.NullMarked;
