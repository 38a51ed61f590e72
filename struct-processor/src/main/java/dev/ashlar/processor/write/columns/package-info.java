/** The columns of a struct, and the rows of columns. */
@NullMarked
package dev.ashlar.processor.write.columns;

import org.jspecify.annotations.NullMarked;
