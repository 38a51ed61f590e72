/** Bit-fields. */
@NullMarked
package dev.ashlar.tests.bitfield;

import org.jspecify.annotations.NullMarked;
