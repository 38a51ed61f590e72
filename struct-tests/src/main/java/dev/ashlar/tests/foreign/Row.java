package dev.ashlar.tests.foreign;

import dev.ashlar.struct.Ref;
import dev.ashlar.struct.Struct;

@Struct(columns = true)
public record Row(int id, Ref<Node> at, Node node) {}
