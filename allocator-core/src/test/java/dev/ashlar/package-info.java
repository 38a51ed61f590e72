/** What holds for the library as a whole. */
@NullMarked
package dev.ashlar;

import org.jspecify.annotations.NullMarked;
