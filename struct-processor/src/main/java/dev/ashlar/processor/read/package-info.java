/** Turns the compiler's elements into structs and findings; the only package that knows which element is which site. */
@NullMarked
package dev.ashlar.processor.read;

import org.jspecify.annotations.NullMarked;
