package dev.ashlar.struct.support;

/**
 * The path to a component in the record that is written, for messages. The text is made only when something is refused.
 * For generated code.
 *
 * <p>Wherever a component is named for messages it is a member of its struct, as Javadoc writes it: {@code p.Line#start},
 * and further in {@code p.Line#points[3].x}. The struct alone, {@code p.Line}, stands for a whole record.
 */
public final class ComponentPath {
    private static final char OF = '#';

    private final Object parent;
    private final String step;
    private final int index;

    private ComponentPath(Object parent, String step, int index) {
        this.parent = parent;
        this.step = step;
        this.index = index;
    }

    /** Returns the path of the component {@code name} in the struct at {@code parent}, a struct, a component or a path. */
    public static ComponentPath of(Object parent, String name) {
        return new ComponentPath(parent, name, -1);
    }

    /** Returns the path of one element of the array at {@code parent}, a component or a path. */
    public static ComponentPath element(Object parent, int index) {
        return new ComponentPath(parent, "", index);
    }

    /** Returns a struct, component or path as facts of a message: {@code struct=p.Line component=points[3].x}. */
    public static String facts(Object path) {
        String text = path.toString();
        int end = text.indexOf(OF);
        return end < 0
                ? "struct=" + text
                : "struct=" + text.substring(0, end) + " component=" + text.substring(end + 1);
    }

    @Override
    public String toString() {
        if (index >= 0) {
            return parent + "[" + index + "]";
        }
        String text = parent.toString();
        return text + (text.indexOf(OF) < 0 ? OF : '.') + step;
    }
}
