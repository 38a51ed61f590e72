/** Decides whether a struct that could be read is in order: names, assertions, size. */
@NullMarked
package dev.ashlar.processor.check;

import org.jspecify.annotations.NullMarked;
