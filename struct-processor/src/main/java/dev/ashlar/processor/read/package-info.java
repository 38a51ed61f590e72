/**
 * Turns the compiler's elements into structs and findings; the only package that makes sites, and one of two, with the
 * entry, that know their elements.
 */
@NullMarked
package dev.ashlar.processor.read;

import org.jspecify.annotations.NullMarked;
