/**
 * The interface through which the compilation asks each kind of output, such as views or C headers, for the files of a struct.
 */
@NullMarked
package dev.ashlar.processor.output;

import org.jspecify.annotations.NullMarked;
