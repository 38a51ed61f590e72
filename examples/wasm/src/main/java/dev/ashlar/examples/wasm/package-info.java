/** Example: a WebAssembly guest and its host exchange structs in one memory. */
@NullMarked
package dev.ashlar.examples.wasm;

import org.jspecify.annotations.NullMarked;
