/**
 * Structs as the processor thinks of them, and what it has to say about them: plain data, and the names of generated classes; it knows neither javac's model nor JavaPoet.
 */
@NullMarked
package dev.ashlar.processor.model;

import org.jspecify.annotations.NullMarked;
