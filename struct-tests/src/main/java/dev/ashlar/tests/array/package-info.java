/** Arrays of structs. */
@NullMarked
package dev.ashlar.tests.array;

import org.jspecify.annotations.NullMarked;
