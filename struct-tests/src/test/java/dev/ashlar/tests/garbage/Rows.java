package dev.ashlar.tests.garbage;

import dev.ashlar.memory.Memory;
import dev.ashlar.struct.StructLog;

/** What the loops over columns and along logs go through, in memory of one kind: {@link Data#COUNT} structs each. */
final class Rows {
    private static final long LOG_BYTE_SIZE = Data.COUNT * 32L;

    final ItemColumns columns;
    final ItemColumns table;
    final StructLog<Note, NoteView> log;
    final StructLog<Item, ItemView> items;
    final StructLog<Margin, MarginView> margins;

    /** Lays them out in {@code memory}, which holds zeros. */
    Rows(Memory memory) {
        long columnsByteSize = ItemColumns.byteSize(Data.COUNT);
        long tableByteSize = ItemColumns.byteSize(Data.COUNT + 1);
        long logs = columnsByteSize + tableByteSize;
        columns = ItemColumns.at(memory, 0, Data.COUNT);
        table = ItemColumns.at(memory, columnsByteSize, Data.COUNT + 1);
        log = StructLog.over(Memory.of(memory.segment().asSlice(logs, LOG_BYTE_SIZE)), NoteView.type());
        items = StructLog.over(
                Memory.of(memory.segment().asSlice(logs + LOG_BYTE_SIZE, LOG_BYTE_SIZE)), ItemView.type());
        margins = StructLog.over(
                Memory.of(memory.segment().asSlice(logs + 2 * LOG_BYTE_SIZE, LOG_BYTE_SIZE)), MarginView.type());
        for (int i = 0; i < Data.COUNT; i++) {
            Item item = new Item(i + 1, i * 37 % 101, i);
            columns.set(i, item);
            table.set(i, item);
            log.append(new Note(i + 1, new int[i % 3]));
            items.append(item);
            margins.append(new Margin(i % 7, i % 3, new byte[i % 7], new int[i % 3]));
        }
    }

    /** The bytes that they take. */
    static long byteSize() {
        return ItemColumns.byteSize(Data.COUNT) + ItemColumns.byteSize(Data.COUNT + 1) + 3 * LOG_BYTE_SIZE;
    }
}
