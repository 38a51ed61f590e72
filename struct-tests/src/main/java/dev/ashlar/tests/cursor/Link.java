package dev.ashlar.tests.cursor;

import dev.ashlar.struct.Ref;
import dev.ashlar.struct.Struct;

@Struct
record Link(int value, Ref<Link> next, Ref<Link> last) {}
