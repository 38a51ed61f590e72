package dev.ashlar.alloc;

import dev.ashlar.alloc.HeapMap.Kind;
import java.util.Locale;

/** A heap map as an SVG picture that stands alone: rows of coloured bars, lowest address top left, with a legend. */
public final class HeapMapSvg {
    private static final int COLUMNS = 128;
    private static final int ROWS = 64;
    private static final int CELL = 7;
    private static final int BAR = 9;
    private static final int ROW = 11;
    private static final int LEFT = 96;
    private static final int LEGEND = 150;

    private HeapMapSvg() {}

    /** Draws a map. */
    public static String render(HeapMap map) {
        HeapMapCells cells = new HeapMapCells(map, COLUMNS * ROWS);
        int rows = (cells.count() + COLUMNS - 1) / COLUMNS;
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"9\">\n",
                LEFT + COLUMNS * CELL + CELL,
                (rows + 4) * ROW));
        svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
        for (int row = 0; row < rows; row++) {
            appendRow(svg, map, cells, row);
        }
        appendLegend(svg, map, cells, (rows + 2) * ROW);
        return svg.append("</svg>\n").toString();
    }

    /** One row: its address, and a bar for each stretch of cells of one kind. */
    private static void appendRow(StringBuilder svg, HeapMap map, HeapMapCells cells, int row) {
        int y = (row + 1) * ROW;
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%d</text>\n",
                LEFT - CELL,
                y,
                map.start() + (long) row * COLUMNS * cells.cellByteSize()));
        int end = Math.min(cells.count(), (row + 1) * COLUMNS);
        for (int cell = row * COLUMNS; cell < end; ) {
            int from = cell;
            Kind kind = cells.kind(cell);
            while (cell < end && cells.kind(cell) == kind) {
                cell++;
            }
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>\n",
                    LEFT + from % COLUMNS * CELL,
                    y - BAR + 1,
                    (cell - from) * CELL,
                    BAR,
                    colour(kind)));
        }
    }

    private static void appendLegend(StringBuilder svg, HeapMap map, HeapMapCells cells, int y) {
        int x = LEFT;
        for (Kind kind : Kind.values()) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>\n",
                    x,
                    y - BAR + 1,
                    BAR,
                    BAR,
                    colour(kind)));
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%d\" y=\"%d\">%s: %d bytes</text>\n",
                    x + BAR + 4,
                    y,
                    HeapMapText.name(kind),
                    map.byteSize(kind)));
            x += LEGEND;
        }
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\">%d bytes to a square, %d to a row</text>\n",
                LEFT,
                y + ROW,
                cells.cellByteSize(),
                cells.cellByteSize() * COLUMNS));
    }

    private static String colour(Kind kind) {
        return switch (kind) {
            case LIVE_BLOCK -> "#2f6db5";
            case FREE_BLOCK -> "#e6e6e6";
            case LIVE_SLOT -> "#3a9d5d";
            case FREE_SLOT -> "#bfe3c9";
            case BOOKKEEPING -> "#555555";
        };
    }
}
