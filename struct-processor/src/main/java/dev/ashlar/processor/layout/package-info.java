/** The layout of structs: offsets, padding, alignment and better orders, as pure functions. */
@NullMarked
package dev.ashlar.processor.layout;

import org.jspecify.annotations.NullMarked;
