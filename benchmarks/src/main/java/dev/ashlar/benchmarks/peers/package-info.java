/** Views against other ways to keep structs: the same work on each, and what each needs, warns of and catches. */
@NullMarked
package dev.ashlar.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
