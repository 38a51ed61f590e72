/** The style of generated text. */
@NullMarked
package dev.ashlar.processor.write.source;

import org.jspecify.annotations.NullMarked;
