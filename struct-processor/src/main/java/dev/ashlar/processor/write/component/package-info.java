/** Writes the code for one component: a class for each kind. */
@NullMarked
package dev.ashlar.processor.write.component;

import org.jspecify.annotations.NullMarked;
