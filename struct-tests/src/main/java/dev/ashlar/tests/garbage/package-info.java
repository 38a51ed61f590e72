/** Loops that make no objects. */
@NullMarked
package dev.ashlar.tests.garbage;

import org.jspecify.annotations.NullMarked;
