/**
 * Linear memory as WebAssembly has it, and bounded, revocable handles into it.
 *
 * <p>Sizes, addresses and offsets are in bytes; indexes count elements. Values are little-endian and need no
 * alignment unless a method says otherwise. Unless a method says otherwise, a {@code null} argument is refused with
 * {@link java.lang.NullPointerException}, and loads and stores race between threads as plain Java fields do.
 */
@NullMarked
package dev.ashlar.memory;

import org.jspecify.annotations.NullMarked;
