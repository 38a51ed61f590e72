/** Accessors in the style of beans. */
@NullMarked
package dev.ashlar.tests.accessors;

import org.jspecify.annotations.NullMarked;
