/**
 * Takes each struct from its declaration to its files, independently of the compiler: read, check, lay out, check, write.
 */
@NullMarked
package dev.ashlar.processor.compilation;

import org.jspecify.annotations.NullMarked;
