/** Writes the view of a union without a tag, whose components are arms at one offset. */
@NullMarked
package dev.ashlar.processor.write.arms;

import org.jspecify.annotations.NullMarked;
