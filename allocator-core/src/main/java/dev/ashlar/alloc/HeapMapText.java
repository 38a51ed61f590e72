package dev.ashlar.alloc;

import dev.ashlar.alloc.HeapMap.Kind;
import java.util.Locale;

/** A heap map as text: one character for each piece of the heap, 64 to a line, with a legend. */
public final class HeapMapText {
    private static final int COLUMNS = 64;
    private static final int LINES = 32;

    private HeapMapText() {}

    /**
     * Draws a map.
     *
     * <pre>
     *      0 mrrrrrrrrrrrrr--------------####################................
     *   4096 ................................................................
     * # live block 5.2%   . free 86.0%   r live slot …
     * </pre>
     */
    public static String render(HeapMap map) {
        HeapMapCells cells = new HeapMapCells(map, COLUMNS * LINES);
        StringBuilder text = new StringBuilder();
        for (int cell = 0; cell < cells.count(); cell++) {
            if (cell % COLUMNS == 0) {
                text.append(cell == 0 ? "" : "\n")
                        .append(String.format(Locale.ROOT, "%12d ", map.start() + cell * cells.cellByteSize()));
            }
            text.append(symbol(cells.kind(cell)));
        }
        text.append("\neach character: ").append(cells.cellByteSize()).append(" bytes");
        for (Kind kind : Kind.values()) {
            text.append(
                    String.format(Locale.ROOT, "\n%c %-12s %d bytes", symbol(kind), name(kind), map.byteSize(kind)));
        }
        return text.append('\n').toString();
    }

    static String name(Kind kind) {
        return switch (kind) {
            case LIVE_BLOCK -> "live block";
            case FREE_BLOCK -> "free block";
            case LIVE_SLOT -> "live slot";
            case FREE_SLOT -> "free slot";
            case BOOKKEEPING -> "bookkeeping";
        };
    }

    private static char symbol(Kind kind) {
        return switch (kind) {
            case LIVE_BLOCK -> '#';
            case FREE_BLOCK -> '.';
            case LIVE_SLOT -> 'o';
            case FREE_SLOT -> '-';
            case BOOKKEEPING -> '=';
        };
    }
}
