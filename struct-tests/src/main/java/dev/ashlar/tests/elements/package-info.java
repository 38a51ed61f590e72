/** Arrays inside structs, element by element. */
@NullMarked
package dev.ashlar.tests.elements;

import org.jspecify.annotations.NullMarked;
