/**
 * The annotations that describe structs, and what the views generated from them share.
 *
 * <p>Sizes, alignments and offsets are in bytes; indexes count elements. A {@code null} argument is refused with
 * {@link java.lang.NullPointerException} unless a method says otherwise.
 */
@NullMarked
package dev.ashlar.struct;

import org.jspecify.annotations.NullMarked;
