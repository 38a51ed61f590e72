/**
 * What generated code calls. It promises nothing to anyone else: types and methods here change with the processor, and code
 * that is compiled with one version of it needs that version of the library.
 */
@NullMarked
package dev.ashlar.struct.support;

import org.jspecify.annotations.NullMarked;
