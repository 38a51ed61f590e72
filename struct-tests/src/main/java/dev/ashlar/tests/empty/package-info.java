/** Arrays, columns and lists without elements. */
@NullMarked
package dev.ashlar.tests.empty;

import org.jspecify.annotations.NullMarked;
