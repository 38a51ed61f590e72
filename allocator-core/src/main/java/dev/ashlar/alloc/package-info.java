/**
 * Allocators that cut blocks out of a {@link dev.ashlar.memory.LinearMemory}.
 *
 * <p>Sizes, addresses and offsets are in bytes. Allocators are for one thread at a time unless their class says
 * otherwise. A {@code null} argument is refused with {@link java.lang.NullPointerException}.
 */
@NullMarked
package dev.ashlar.alloc;

import org.jspecify.annotations.NullMarked;
