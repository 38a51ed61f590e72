/** References, and structures built of them. */
@NullMarked
package dev.ashlar.tests.reference;

import org.jspecify.annotations.NullMarked;
