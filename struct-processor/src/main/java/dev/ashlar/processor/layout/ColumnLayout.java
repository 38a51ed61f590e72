package dev.ashlar.processor.layout;

import dev.ashlar.processor.model.ComponentModel;
import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.model.StructModel;
import java.util.ArrayList;
import java.util.List;

/**
 * A struct taken apart into columns, in the order of their components.
 *
 * @param byteAlignment of each column, in bytes, counted from the first
 * @param components those of the struct
 */
public record ColumnLayout(long byteAlignment, List<ColumnNode> components) {
    /** The most columns that a struct may need: nesting multiplies them. */
    public static final int MOST = 1_000;

    /** A cache line, and the widest vector of today's processors. */
    private static final long CACHE_LINE = 64;

    public ColumnLayout {
        components = List.copyOf(components);
    }

    /** The columns of {@code struct}, of which there may be no more than {@link #MOST}. */
    public static ColumnLayout of(StructModel struct, Layouts layouts) {
        List<ColumnNode> components = nodes(struct, "", "", 0, layouts);
        long natural = components.stream()
                .flatMap(ColumnNode::columns)
                .mapToLong(column -> column.placed().naturalAlignment())
                .max()
                .orElse(1);
        return new ColumnLayout(Math.max(CACHE_LINE, natural), components);
    }

    /** Counts the columns that {@code struct} needs; at most one more than {@link #MOST}. */
    public static int count(StructModel struct) {
        int count = 0;
        for (ComponentModel component : struct.components()) {
            count += isGroup(component) ? count(nested(component)) : 1;
            if (count > MOST) {
                return MOST + 1;
            }
        }
        return count;
    }

    public List<ColumnNode.Column> columns() {
        return components.stream().flatMap(ColumnNode::columns).toList();
    }

    private static List<ColumnNode> nodes(
            StructModel struct, String path, String prefix, long byteOffset, Layouts layouts) {
        List<ColumnNode> nodes = new ArrayList<>();
        for (PlacedComponent placed : layouts.of(struct).components()) {
            if (placed.isPresence()) {
                continue;
            }
            ComponentModel component = placed.component();
            String nodePath = path + component.name();
            String name = joined(prefix, component.name());
            long place = byteOffset + placed.byteOffset();
            if (isGroup(component)) {
                StructModel nested = nested(component);
                nodes.add(new ColumnNode.Group(
                        nodePath, component, name, nested, nodes(nested, nodePath + ".", name, place, layouts)));
            } else {
                nodes.add(new ColumnNode.Column(
                        nodePath,
                        component,
                        placed.named(name, nodePath, place),
                        component.orderIn(struct.settings())));
            }
        }
        return nodes;
    }

    /**
     * Unions stay whole: their variants have nothing in common but the tag. So do what a codec makes one value of, and a struct
     * that may be absent.
     */
    private static boolean isGroup(ComponentModel component) {
        return component.codec() == null
                && component.absence() == null
                && component.storedType() instanceof ComponentType.Nested nested
                && nested.struct().union().isEmpty()
                && !nested.struct().hasArms();
    }

    private static StructModel nested(ComponentModel component) {
        return component.storedType().structs().getFirst();
    }

    // start, x → startX
    // "", start → start
    private static String joined(String prefix, String name) {
        return prefix.isEmpty() ? name : prefix + capitalised(name);
    }

    /** The name with its first letter as a capital. */
    public static String capitalised(String name) {
        int first = name.codePointAt(0);
        return Character.toString(Character.toUpperCase(first)) + name.substring(Character.charCount(first));
    }
}
