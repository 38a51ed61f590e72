package dev.ashlar.processor.layout;

import dev.ashlar.processor.model.ComponentModel;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.struct.StructOrder;
import java.util.List;
import java.util.stream.Stream;

/** A component of a struct that is laid out in columns, or of a struct nested in it: one column, or several. */
public sealed interface ColumnNode {
    /** Its path in the record, for messages: {@code start.x}. */
    String path();

    /** The component as it is declared. */
    ComponentModel declared();

    /** The columns in it. */
    Stream<Column> columns();

    /**
     * One column.
     *
     * @param placed the component under the name of its column, {@code startX}, at its place in the outermost struct
     * @param order the order of the bytes in its values
     */
    record Column(String path, ComponentModel declared, PlacedComponent placed, StructOrder order)
            implements ColumnNode {
        @Override
        public Stream<Column> columns() {
            return Stream.of(this);
        }

        /** The name of the column. */
        public String name() {
            return placed.name();
        }
    }

    /**
     * A nested struct, each of whose components has columns of its own.
     *
     * @param name its joined name: {@code start}
     */
    record Group(String path, ComponentModel declared, String name, StructModel struct, List<ColumnNode> components)
            implements ColumnNode {
        public Group {
            components = List.copyOf(components);
        }

        @Override
        public Stream<Column> columns() {
            return components.stream().flatMap(ColumnNode::columns);
        }
    }
}
