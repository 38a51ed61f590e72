package dev.ashlar.struct.support;

/**
 * The path to a component in the record that is written, for messages: {@code line.start}, {@code points[3].x}. The
 * text is made only when something is refused. For generated code.
 */
public final class ComponentPath {
    /** The path of the record itself: the paths of its components are just their names. */
    public static final ComponentPath RECORD = new ComponentPath("", "value", -1);

    private final Object parent;
    private final String step;
    private final int index;

    private ComponentPath(Object parent, String step, int index) {
        this.parent = parent;
        this.step = step;
        this.index = index;
    }

    /** Returns the path of the component {@code name} in the struct at {@code parent}, a name or a path. */
    public static ComponentPath of(Object parent, String name) {
        return new ComponentPath(parent, name, -1);
    }

    /** Returns the path of one element of the array at {@code parent}, a name or a path. */
    public static ComponentPath element(Object parent, int index) {
        return new ComponentPath(parent, "", index);
    }

    @Override
    public String toString() {
        if (index >= 0) {
            return parent + "[" + index + "]";
        }
        return this == RECORD || parent == RECORD ? step : parent + "." + step;
    }
}
