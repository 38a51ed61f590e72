/** Example: a key-value store in a file under a mixed load, beside a hash map of records, and after a kill. */
@NullMarked
package dev.ashlar.examples.store;

import org.jspecify.annotations.NullMarked;
