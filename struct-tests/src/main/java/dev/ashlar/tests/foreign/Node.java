package dev.ashlar.tests.foreign;

import dev.ashlar.struct.Ref;
import dev.ashlar.struct.Struct;

@Struct(list = true)
public record Node(int value, Ref<Node> next) {}
