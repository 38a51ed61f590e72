package dev.ashlar.tests.map;

import dev.ashlar.struct.Struct;

/** A struct with a plain key. */
@Struct(map = "id")
public record Account(long id, double balance, int state) {}
