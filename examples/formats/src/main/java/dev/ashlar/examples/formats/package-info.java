/** Example: files of well-known formats, listed in place as the tools of the system list them. */
@NullMarked
package dev.ashlar.examples.formats;

import org.jspecify.annotations.NullMarked;
