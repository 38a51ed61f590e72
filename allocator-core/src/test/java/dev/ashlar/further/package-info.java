/** An allocator as a user of the library would write it. */
@NullMarked
package dev.ashlar.further;

import org.jspecify.annotations.NullMarked;
