package dev.ashlar.struct;

import java.util.ArrayList;
import java.util.List;

/**
 * The layout of a struct as text, in columns:
 *
 * <pre>{@code
 * p.Person: 24 bytes, aligned to 8, 8 of them padding
 * offset  size  component  type    stored as
 *      0     4  id         int     I32
 *      4     4  (padding)
 *      8     8  height     double  F64
 *     16     4  age        int     I32
 *     20     4  (padding)
 * }</pre>
 *
 * <p>The size of a bit-field is shown as {@code 3:5}: it starts at bit 3 of the byte at its offset and is 5 bits wide.
 * Bits are counted from the least significant, in a big-endian struct from the most significant. Unused bits are not
 * shown; only whole bytes count as padding.
 *
 * <p>A tail is shown as its length and the type of its elements, {@code I32+U8[]}; its size is that of the length and
 * of the padding between the length and the elements. One that another component counts names that, {@code
 * U8[nameLength]}, one that reaches to the end of the handle is {@code U8[to end]}, and the size of both is 0; a tail behind
 * another has no offset.
 *
 * <p>What a codec stores is shown as the type of the component and the storage of the stored form, {@code I64 by
 * InstantNanos}.
 *
 * <p>An optional component has its bit behind its storage, {@code I32, present if bit 0}, or its sentinel, {@code I32,
 * absent if -1}, and an array of optional elements as many bits as elements, {@code I32[4], present if bits 3 to 6}. The
 * bits themselves are the row {@code presence}, behind the last component of fixed size.
 *
 * <p>{@link StructType#layoutTable()} prints it at run time; the annotation processor prints the same table in its
 * messages and in the Javadoc of the views.
 */
public final class LayoutTable {
    private static final String PADDING = "(padding)";
    private static final List<String> HEADINGS = List.of("offset", "size", "component", "type", "stored as");
    private static final int NUMERIC_COLUMNS = 2;

    private final List<List<String>> rows = new ArrayList<>();
    private long end;
    private long padding;

    private LayoutTable() {}

    /**
     * Returns the table of a struct; all its lines except the last end with {@code \n}.
     *
     * @param name the name of the struct
     * @param byteSize the size in bytes, padding included
     * @param byteAlignment the alignment in bytes
     * @param components the components in the order of their offsets
     */
    public static String of(String name, long byteSize, long byteAlignment, List<StructComponent> components) {
        LayoutTable table = new LayoutTable();
        table.rows.add(HEADINGS);
        boolean hasTail = false;
        for (StructComponent component : components) {
            if (!hasTail) {
                table.addPaddingUpTo(component.byteOffset());
            }
            table.addComponent(component, hasTail);
            hasTail |= component.isTail();
        }
        if (!hasTail) {
            table.addPaddingUpTo(byteSize);
        }
        return name + ": " + byteSize + (hasTail ? " bytes and a tail" : " bytes") + ", aligned to " + byteAlignment
                + ", " + table.padding + " of them padding\n" + table.text();
    }

    private void addComponent(StructComponent component, boolean isBehindTail) {
        rows.add(List.of(
                isBehindTail ? "" : Long.toString(component.byteOffset()),
                isBehindTail ? "" : component.size(),
                component.name(),
                component.typeName(),
                storage(component)));
        end = Math.max(end, component.byteOffset() + component.byteSize());
    }

    /**
     * The storage, behind it the simple name of the codec if there is one, and where it says that the component has no value.
     */
    // I64 by ScaledDecimal scale 4
    // I32, present if bit 0
    private static String storage(StructComponent component) {
        String codec = component.codec();
        String text = codec == null
                ? component.storage()
                : component.storage() + " by " + codec.substring(codec.lastIndexOf('.') + 1);
        if (component.sentinel() != null) {
            return text + ", absent if " + component.sentinel();
        }
        return component.presenceBit() < 0 ? text : text + ", present if " + bits(component);
    }

    // bit 0
    // bits 3 to 6
    private static String bits(StructComponent component) {
        long bit = component.presenceBit();
        return component.hasOptionalElements() && component.length() > 1
                ? "bits " + bit + " to " + (bit + component.length() - 1)
                : "bit " + bit;
    }

    private void addPaddingUpTo(long byteOffset) {
        long byteSize = byteOffset - end;
        if (byteSize > 0) {
            rows.add(List.of(Long.toString(end), Long.toString(byteSize), PADDING, "", ""));
            padding += byteSize;
        }
    }

    private String text() {
        int[] widths = new int[HEADINGS.size()];
        for (List<String> row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        return String.join("\n", rows.stream().map(row -> line(row, widths)).toList());
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = row.get(column);
            String blanks = " ".repeat(widths[column] - cell.length());
            line.append(column < NUMERIC_COLUMNS ? blanks + cell : cell + blanks)
                    .append("  ");
        }
        return line.toString().stripTrailing();
    }
}
