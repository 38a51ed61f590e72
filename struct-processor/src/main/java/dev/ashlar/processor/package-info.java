/**
 * The annotation processor: its rounds, its diagnostics and its files. The steps in between, from declaration to file, have
 * packages of their own.
 */
@NullMarked
package dev.ashlar.processor;

import org.jspecify.annotations.NullMarked;
