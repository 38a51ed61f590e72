package dev.ashlar.processor;

import dev.ashlar.processor.model.Message;

/**
 * The least source for each message; the line that must be reported ends in {@code // here}. The switch has no default,
 * so a message without an example does not compile.
 */
final class MessageExamples {
    private MessageExamples() {}

    static String of(Message message) {
        return switch (message) {
            case NOT_A_RECORD -> "@Struct class Person {} // here";
            case PRIVATE_STRUCT -> "class Outer { @Struct private record Person(int id) {} } // here";
            case GENERIC_STRUCT -> "@Struct record Person<T>(int id) {} // here";
            case EMPTY_STRUCT -> "@Struct record Person() {} // here";
            case COMPONENT_TYPE -> component("java.util.List<String> tags");
            case NULLABLE_COMPONENT -> component("@org.jspecify.annotations.Nullable @Length(4) String name");
            case UNRESOLVED_TYPE -> component("Missing missing");
            case UNRESOLVED_VALUE -> component("@Length(Missing.VALUE) String name");
            case LENGTH_MISSING -> component("String name");
            case LENGTH_MISPLACED -> component("@Length(4) int count");
            case LENGTH_RANGE -> component("@Length(0) String name");
            case OFFSET_RANGE -> component("@Offset(-1) int count");
            case ALIGNMENT_VALUE -> "@LayoutCheck(alignment = 3)\n@Struct record Person(int id) {} // here";
            case STRAY_ANNOTATION -> "record Person(int id,\n    @Offset(0) int count) {} // here";
            case LAYOUT_SIZE ->
                "@LayoutCheck(size = 20)\n@Struct record Person(int id, double height, int age) {} // here";
            case LAYOUT_ALIGNMENT -> "@LayoutCheck(alignment = 8)\n@Struct record Person(int id) {} // here";
            case LAYOUT_PADDING ->
                "@LayoutCheck(maxPadding = 4)\n@Struct record Person(int id, double height, int age) {} // here";
            case LAYOUT_OFFSET -> component("@Offset(8) int count");
            case STRUCT_TOO_LARGE ->
                "@Struct record Person(@Length(1 << 30) String a, @Length(1 << 30) String b) {} // here";
            case CONSTANT_COLLISION -> "@Struct record Person(int fooBar,\n    int foo_bar) {} // here";
            case CLASS_COLLISION -> "class PersonView {}\n@Struct record Person(int id) {} // here";
            case CANNOT_WRITE, INTERNAL_ERROR -> "@Struct record Person(int id) {} // here";
        };
    }

    private static String component(String component) {
        return "@Struct record Person(int id,\n    " + component + ") {} // here";
    }
}
