package dev.ashlar.processor.read;

/** How the compiler of Kotlin names what Java calls. */
final class KotlinNames {
    private KotlinNames() {}

    /** The getter of a property: {@code age} → {@code getAge}, {@code isOpen} → {@code isOpen}. */
    static String getter(String property) {
        boolean isQuestion =
                property.startsWith("is") && property.length() > 2 && !Character.isLowerCase(property.charAt(2));
        // Like Kotlin's compiler, only ASCII letters.
        char first = property.charAt(0);
        String capitalized =
                first >= 'a' && first <= 'z' ? Character.toUpperCase(first) + property.substring(1) : property;
        return isQuestion ? property : "get" + capitalized;
    }
}
