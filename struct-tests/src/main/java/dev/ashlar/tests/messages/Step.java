package dev.ashlar.tests.messages;

import dev.ashlar.struct.Ref;
import dev.ashlar.struct.Struct;

/** With every container, and a reference to its own kind. */
@Struct(list = true, columns = true)
record Step(int x, int y, Ref<Step> next) {}
