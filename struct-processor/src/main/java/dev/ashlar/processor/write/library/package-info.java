/**
 * The types of allocator-core as generated code names them, and the calls and declarations that all generated classes share.
 */
@NullMarked
package dev.ashlar.processor.write.library;

import org.jspecify.annotations.NullMarked;
