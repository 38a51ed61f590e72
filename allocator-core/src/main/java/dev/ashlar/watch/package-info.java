/** The events that the library sends to Java Flight Recorder, if it is present and recording. */
@NullMarked
package dev.ashlar.watch;

import org.jspecify.annotations.NullMarked;
