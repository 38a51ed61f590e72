/** Where the components of a struct lie: offsets, padding, alignment and better orders, as pure functions. */
@NullMarked
package dev.ashlar.processor.layout;

import org.jspecify.annotations.NullMarked;
