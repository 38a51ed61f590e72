/** The names in generated classes, and the expressions for where components lie. */
@NullMarked
package dev.ashlar.processor.write.names;

import org.jspecify.annotations.NullMarked;
