/** Structs that are compared, hashed and copied: with components of every kind. */
@NullMarked
package dev.ashlar.tests.equality;

import org.jspecify.annotations.NullMarked;
