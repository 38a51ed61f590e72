/** Components that are enums, and the numbers by which they are stored. */
@NullMarked
package dev.ashlar.tests.enums;

import org.jspecify.annotations.NullMarked;
