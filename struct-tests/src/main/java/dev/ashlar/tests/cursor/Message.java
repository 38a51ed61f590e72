package dev.ashlar.tests.cursor;

import dev.ashlar.struct.Ref;
import dev.ashlar.struct.Struct;
import dev.ashlar.struct.Tail;

@Struct
record Message(long time, Ref<Message> older, @Tail String text) {}
