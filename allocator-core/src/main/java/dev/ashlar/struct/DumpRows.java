package dev.ashlar.struct;

import dev.ashlar.memory.Memory;
import java.util.HexFormat;

/** The rows of a {@link StructDump}: offset, bytes and text in columns. */
final class DumpRows {
    /** Bytes in one row. */
    static final int ROW_BYTES = 8;

    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");
    private static final int HEX_WIDTH = 3 * ROW_BYTES - 1;
    private static final int OFFSET_WIDTH = 5;
    private static final String INDENT = "  ";

    private final StringBuilder rows;
    private final Memory memory;
    private final long start;

    /**
     * Makes the rows of a struct.
     *
     * @param start the offset of the struct in {@code memory}, in bytes
     */
    DumpRows(StringBuilder rows, Memory memory, long start) {
        this.rows = rows;
        this.memory = memory;
        this.start = start;
    }

    Memory memory() {
        return memory;
    }

    /** The offset in the handle of {@code byteOffset}, which counts from the start of the struct. */
    long offset(long byteOffset) {
        return start + byteOffset;
    }

    /** Adds a row without bytes. */
    void heading(long byteOffset, int depth, String text) {
        row(byteOffset, "", depth, text);
    }

    /** Adds as many rows as the bytes take, with the text in the first of them. */
    void bytes(long byteOffset, long byteSize, int depth, String text) {
        // Before the first row, so that there is no row for bytes that cannot be read.
        memory.checkRange(offset(byteOffset), byteSize);
        for (long shown = 0; shown < byteSize; shown += ROW_BYTES) {
            int length = (int) Math.min(ROW_BYTES, byteSize - shown);
            String hex = HEX.formatHex(memory.loadBytes(offset(byteOffset + shown), length));
            row(byteOffset + shown, hex, depth, shown == 0 ? text : "");
        }
    }

    private void row(long byteOffset, String hex, int depth, String text) {
        String offset = Long.toString(byteOffset);
        rows.append(" ".repeat(Math.max(0, OFFSET_WIDTH - offset.length())))
                .append(offset)
                .append(INDENT)
                .append(hex);
        if (!text.isEmpty()) {
            rows.append(" ".repeat(HEX_WIDTH - hex.length()))
                    .append(INDENT.repeat(depth + 1))
                    .append(text);
        }
        rows.append('\n');
    }
}
