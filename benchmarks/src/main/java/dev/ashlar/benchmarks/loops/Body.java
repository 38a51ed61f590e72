package dev.ashlar.benchmarks.loops;

import dev.ashlar.struct.Struct;

/** A body that moves, 56 bytes. */
@Struct
public record Body(double x, double y, double z, double vx, double vy, double vz, double mass) {}
