/** The structs that peers are compared with, and for each peer the classes that a user writes, or has a tool write, for them. */
@NullMarked
package dev.ashlar.benchmarks.peers.structs;

import org.jspecify.annotations.NullMarked;
