/**
 * Heaps in the block format: tiers, runs, journal and opening, in plain addresses.
 *
 * <p>Not exported: users see {@code dev.ashlar.alloc}. Classes are public here only for that package.
 */
@NullMarked
package dev.ashlar.alloc.heap;

import org.jspecify.annotations.NullMarked;
