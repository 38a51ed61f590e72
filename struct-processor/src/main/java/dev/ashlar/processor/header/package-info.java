/** Writes structs as C headers: model and layout to the text of a file, without any tool of the Java side. */
@NullMarked
package dev.ashlar.processor.header;

import org.jspecify.annotations.NullMarked;
