/** Unions. */
@NullMarked
package dev.ashlar.tests.union;

import org.jspecify.annotations.NullMarked;
