package dev.ashlar.tests.description;

import dev.ashlar.struct.Ref;
import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.Stored;
import dev.ashlar.struct.Struct;

@Struct
public record Node(
        Ref<Node> next,
        Ref<Point> at,
        @Stored(StorageType.U32) Ref<Shape> shape,
        int id) {}
