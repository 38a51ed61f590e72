/** Tails. */
@NullMarked
package dev.ashlar.tests.tail;

import org.jspecify.annotations.NullMarked;
