/** Views that move. */
@NullMarked
package dev.ashlar.tests.cursor;

import org.jspecify.annotations.NullMarked;
