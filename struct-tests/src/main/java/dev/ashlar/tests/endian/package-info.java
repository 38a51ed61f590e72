/** Structs whose components have byte orders of their own. */
@NullMarked
package dev.ashlar.tests.endian;

import org.jspecify.annotations.NullMarked;
