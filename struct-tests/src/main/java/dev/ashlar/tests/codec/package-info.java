/** Structs whose components are stored by codecs, of the library and of a user. */
@NullMarked
package dev.ashlar.tests.codec;

import org.jspecify.annotations.NullMarked;
