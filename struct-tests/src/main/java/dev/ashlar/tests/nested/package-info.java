/** Structs inside structs. */
@NullMarked
package dev.ashlar.tests.nested;

import org.jspecify.annotations.NullMarked;
