/** Lists sorted and searched. */
@NullMarked
package dev.ashlar.tests.sort;

import org.jspecify.annotations.NullMarked;
