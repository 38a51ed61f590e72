/** Strings as bytes in memory: which can be stored, and where one ends. */
@NullMarked
package dev.ashlar.text;

import org.jspecify.annotations.NullMarked;
