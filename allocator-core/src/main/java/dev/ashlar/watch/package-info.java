/** What the library tells Java Flight Recorder, if it is there and records. */
@NullMarked
package dev.ashlar.watch;

import org.jspecify.annotations.NullMarked;
