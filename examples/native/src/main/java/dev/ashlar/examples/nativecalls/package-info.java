/** The C library called with structs: by pointer, by value, and from a callback. */
@NullMarked
package dev.ashlar.examples.nativecalls;

import org.jspecify.annotations.NullMarked;
