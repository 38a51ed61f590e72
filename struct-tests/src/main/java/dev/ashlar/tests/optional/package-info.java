/** Components that may have no value. */
@NullMarked
package dev.ashlar.tests.optional;

import org.jspecify.annotations.NullMarked;
