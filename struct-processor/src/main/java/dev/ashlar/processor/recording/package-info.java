/** The layout of a struct as lines of text that can be kept, and what has changed since they were written. */
@NullMarked
package dev.ashlar.processor.recording;

import org.jspecify.annotations.NullMarked;
