package dev.ashlar.benchmarks.peers.structs;

import dev.ashlar.struct.Struct;

/** The small struct: 24 bytes, with padding on both sides of the double, or 16 where a peer does not pad. */
@Struct
public record Person(int id, double height, int age) {}
