/** Views of single structs. */
@NullMarked
package dev.ashlar.tests.view;

import org.jspecify.annotations.NullMarked;
