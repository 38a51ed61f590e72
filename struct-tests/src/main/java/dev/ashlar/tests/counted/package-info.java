/** Tails whose number of elements another component holds. */
@NullMarked
package dev.ashlar.tests.counted;

import org.jspecify.annotations.NullMarked;
