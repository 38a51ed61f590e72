/** Packed and over-aligned structs. */
@NullMarked
package dev.ashlar.tests.packing;

import org.jspecify.annotations.NullMarked;
