/**
 * The files that are written for each struct: the seam between the compilation and their kinds, such as views or C headers.
 */
@NullMarked
package dev.ashlar.processor.output;

import org.jspecify.annotations.NullMarked;
