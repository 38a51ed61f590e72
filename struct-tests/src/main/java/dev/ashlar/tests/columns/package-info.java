/** Structs that lie column by column. */
@NullMarked
package dev.ashlar.tests.columns;

import org.jspecify.annotations.NullMarked;
