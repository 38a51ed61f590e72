/**
 * Export of columns by the Arrow C Data Interface and the Arrow C Stream Interface. {@link dev.ashlar.arrow.ArrowStream} is
 * the start.
 *
 * <p>Needs native access, {@code --enable-native-access=dev.ashlar.arrow}, and no other flag. Arguments are not {@code null}.
 */
@NullMarked
package dev.ashlar.arrow;

import org.jspecify.annotations.NullMarked;
