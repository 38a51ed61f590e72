/** Storage types that components choose. */
@NullMarked
package dev.ashlar.tests.storage;

import org.jspecify.annotations.NullMarked;
