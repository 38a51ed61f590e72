/**
 * Structs as the processor thinks of them, and what it has to say about them: plain data that knows neither javac's
 * model nor the writing of code.
 */
@NullMarked
package dev.ashlar.processor.model;

import org.jspecify.annotations.NullMarked;
