package dev.ashlar.tests.dump;

import dev.ashlar.struct.Struct;
import dev.ashlar.struct.Tail;

@Struct
public record Entry(long time, @Tail String text) {}
