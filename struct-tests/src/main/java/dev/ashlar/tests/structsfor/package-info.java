/** Structs of records that are not annotated. */
@NullMarked
package dev.ashlar.tests.structsfor;

import org.jspecify.annotations.NullMarked;
