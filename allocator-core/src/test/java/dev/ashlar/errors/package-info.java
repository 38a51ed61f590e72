/** What errors in the middle of an operation leave behind. */
@NullMarked
package dev.ashlar.errors;

import org.jspecify.annotations.NullMarked;
