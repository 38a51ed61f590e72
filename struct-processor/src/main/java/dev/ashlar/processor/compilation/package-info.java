/** The way of each struct from its declaration to its files, whatever the compiler: read, check, lay out, check, write. */
@NullMarked
package dev.ashlar.processor.compilation;

import org.jspecify.annotations.NullMarked;
