/**
 * The layout of structs: offsets, padding, alignment and better orders, their descriptions and fingerprints, as pure
 * functions.
 */
@NullMarked
package dev.ashlar.processor.layout;

import org.jspecify.annotations.NullMarked;
