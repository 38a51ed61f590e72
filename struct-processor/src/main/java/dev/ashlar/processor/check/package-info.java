/**
 * Decides whether a struct is valid: its names, assertions, size, alignment, atomic components, columns, tails and unions.
 */
@NullMarked
package dev.ashlar.processor.check;

import org.jspecify.annotations.NullMarked;
