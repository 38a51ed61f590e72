/**
 * Heaps in the block format: tiers, runs, journal and opening, in plain addresses.
 *
 * <p>Not exported: what users see of it is in {@code dev.ashlar.alloc}. Classes that are public here are so for that
 * package alone.
 */
@NullMarked
package dev.ashlar.alloc.heap;

import org.jspecify.annotations.NullMarked;
