package dev.ashlar.tests.reference;

import dev.ashlar.struct.Ref;
import dev.ashlar.struct.Struct;

@Struct
public record Node(int value, Ref<Node> next) {}
