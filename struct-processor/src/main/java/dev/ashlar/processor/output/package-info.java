/** What is written for each struct: the seam between the compilation and the kinds of files, such as views or C headers. */
@NullMarked
package dev.ashlar.processor.output;

import org.jspecify.annotations.NullMarked;
