/** Structs with a component of each kind that can be refused. */
@NullMarked
package dev.ashlar.tests.messages;

import org.jspecify.annotations.NullMarked;
