package dev.ashlar.examples.store;

import dev.ashlar.struct.Atomic;
import dev.ashlar.struct.Struct;

/**
 * Where the file begins.
 *
 * @param requests how many requests are done
 * @param sessions the address of the map, 0 before there is one
 */
@Struct
record Root(@Atomic long requests, long sessions) {}
