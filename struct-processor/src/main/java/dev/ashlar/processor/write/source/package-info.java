/** Generated source files, and the style of their text. */
@NullMarked
package dev.ashlar.processor.write.source;

import org.jspecify.annotations.NullMarked;
