/** Unions without a tag. */
@NullMarked
package dev.ashlar.tests.arms;

import org.jspecify.annotations.NullMarked;
