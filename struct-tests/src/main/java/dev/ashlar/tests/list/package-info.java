/** Lists of structs. */
@NullMarked
package dev.ashlar.tests.list;

import org.jspecify.annotations.NullMarked;
