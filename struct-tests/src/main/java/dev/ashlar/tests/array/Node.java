package dev.ashlar.tests.array;

import dev.ashlar.struct.Ref;
import dev.ashlar.struct.Struct;

@Struct
record Node(Ref<Node> left, Ref<Node> right) {}
