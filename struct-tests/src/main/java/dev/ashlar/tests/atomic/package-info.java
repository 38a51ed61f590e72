/** Atomic components. */
@NullMarked
package dev.ashlar.tests.atomic;

import org.jspecify.annotations.NullMarked;
