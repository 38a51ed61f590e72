package dev.ashlar.examples.wasm;

import dev.ashlar.struct.LayoutCheck;
import dev.ashlar.struct.Struct;

/** As the guest lays it out. */
@Struct
@LayoutCheck(size = 24)
public record Person(int id, double height, int age) {}
