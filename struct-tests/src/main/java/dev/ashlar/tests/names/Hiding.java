package dev.ashlar.tests.names;

import dev.ashlar.struct.Ref;
import dev.ashlar.struct.Struct;
import dev.ashlar.struct.Tail;

@Struct
record Hiding(
        Ref<Hiding> RefTarget,
        Either UnionTag,
        int CheckedTail,
        long TAIL_OFFSET,
        int BYTE_ALIGNMENT,
        int checked,
        int value,
        Ref<Either> address,
        Ref<Hiding> StructChain,
        int RefTargetChain,
        int place,
        @Tail String StructTail) {}
