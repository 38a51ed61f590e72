package dev.ashlar.tests.cursor;

import dev.ashlar.struct.Ref;
import dev.ashlar.struct.Struct;

/** Components with the names of a cursor's own methods, fields and class. */
@Struct
record Named(
        int index,
        int view,
        int advance,
        int moveTo,
        Ref<Named> next,
        int source,
        int first,
        int size,
        int cursor,
        int followNext,
        Cursor spot) {}
