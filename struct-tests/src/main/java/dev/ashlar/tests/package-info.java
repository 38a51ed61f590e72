/** What the tests of generated classes share; the structs and tests of each subject have a package of their own. */
@NullMarked
package dev.ashlar.tests;

import org.jspecify.annotations.NullMarked;
