/** Components whose names the generated code has as well. */
@NullMarked
package dev.ashlar.tests.names;

import org.jspecify.annotations.NullMarked;
