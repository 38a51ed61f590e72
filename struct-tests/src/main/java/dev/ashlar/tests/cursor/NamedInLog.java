package dev.ashlar.tests.cursor;

import dev.ashlar.struct.Ref;
import dev.ashlar.struct.Struct;
import dev.ashlar.struct.Tail;

/** Components with the names of the methods, fields and class of a cursor of a log. */
@Struct
record NamedInLog(
        int view,
        int advance,
        Ref<NamedInLog> next,
        int source,
        int end,
        int followNext,
        int of,
        int log,
        int length,
        @Tail Cursor[] cursor) {}
