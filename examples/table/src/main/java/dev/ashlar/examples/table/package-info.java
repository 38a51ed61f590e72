/** Example: a table of market ticks as objects, as rows and as columns, asked the same questions. */
@NullMarked
package dev.ashlar.examples.table;

import org.jspecify.annotations.NullMarked;
