/** Types that describe their structs at run time. */
@NullMarked
package dev.ashlar.tests.description;

import org.jspecify.annotations.NullMarked;
