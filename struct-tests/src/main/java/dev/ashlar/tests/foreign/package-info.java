/** References into another memory. */
@NullMarked
package dev.ashlar.tests.foreign;

import org.jspecify.annotations.NullMarked;
