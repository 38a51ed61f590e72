/** Loops of real programs: each by views, by a cursor, by hand on a segment, and over objects on the Java heap. */
@NullMarked
package dev.ashlar.benchmarks.loops;

import org.jspecify.annotations.NullMarked;
