/**
 * The view of a struct, put together from one class for each feature; what other generated classes of the struct share with
 * it.
 */
@NullMarked
package dev.ashlar.processor.write.view;

import org.jspecify.annotations.NullMarked;
