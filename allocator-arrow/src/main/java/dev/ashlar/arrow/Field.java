package dev.ashlar.arrow;

import dev.ashlar.struct.StructComponent;
import dev.ashlar.struct.StructConstant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One field of an exported schema: what each batch is written by.
 *
 * @param name its name
 * @param format its type as text of the Arrow C Data Interface
 * @param isNullable whether values may be absent
 * @param metadata further facts for the consumer
 * @param component what is stored; {@code null} for a nested struct whose components have columns
 * @param column the index of the column; -1 unless the field is a column
 * @param children the fields in it
 */
record Field(
        String name,
        String format,
        boolean isNullable,
        Map<String, String> metadata,
        @Nullable StructComponent component,
        int column,
        List<Field> children) {
    Field {
        children = List.copyOf(children);
    }

    /** The constants of a dictionary; none for other fields. */
    List<StructConstant> constants() {
        return component == null || !children.isEmpty() ? List.of() : component.constants();
    }

    boolean isDictionary() {
        return !constants().isEmpty();
    }
}
