/** Dumps of structs. */
@NullMarked
package dev.ashlar.tests.dump;

import org.jspecify.annotations.NullMarked;
