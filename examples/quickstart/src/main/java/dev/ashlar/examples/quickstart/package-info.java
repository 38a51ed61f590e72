/** The quickstart: one struct end to end, then real data off the Java heap. */
@NullMarked
package dev.ashlar.examples.quickstart;

import org.jspecify.annotations.NullMarked;
