package dev.ashlar.processor.model;

/** The methods that Kotlin makes of a property, and of which it makes one again. */
public final class PropertyName {
    private PropertyName() {}

    /** The getter of a property: {@code age} → {@code getAge}, {@code isOpen} → {@code isOpen}. */
    public static String getter(String property) {
        return isQuestion(property) ? property : "get" + capitalized(property);
    }

    /** The setter of a property: {@code age} → {@code setAge}, {@code isOpen} → {@code setOpen}. */
    public static String setter(String property) {
        return "set" + (isQuestion(property) ? property.substring(2) : capitalized(property));
    }

    /** Kotlin capitalizes ASCII letters alone. */
    public static String capitalized(String name) {
        char first = name.charAt(0);
        return first >= 'a' && first <= 'z' ? (char) (first - 'a' + 'A') + name.substring(1) : name;
    }

    private static boolean isQuestion(String property) {
        return property.startsWith("is")
                && property.length() > 2
                && !(property.charAt(2) >= 'a' && property.charAt(2) <= 'z');
    }
}
