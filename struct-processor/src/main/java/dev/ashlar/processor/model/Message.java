package dev.ashlar.processor.model;

import java.util.List;

/**
 * Everything the processor can find wrong: a stable tag to search for, what is wrong, and what to do about it.
 *
 * <p>Each {@code %s} of text and hint stands for one fact of the {@link Finding}, in that order.
 */
public enum Message {
    /** Struct, what it is. */
    NOT_A_RECORD("NotARecord", "struct '%s' is %s", "only a record can be a struct"),
    /** Struct, the type that is private. */
    PRIVATE_STRUCT(
            "PrivateStruct",
            "struct '%s' cannot be named by its view, because '%s' is private",
            "make it package-private or wider"),
    /** Struct, its type parameters. */
    GENERIC_STRUCT(
            "GenericStruct",
            "struct '%s' has type parameters <%s>",
            "declare a record without them: a layout is fixed at compile time"),
    /** Struct. */
    EMPTY_STRUCT("EmptyStruct", "struct '%s' has no components, and so no size", "give it at least one component"),

    /** Component, its type, what to use. */
    COMPONENT_TYPE("ComponentType", "component '%s' has type %s, which has no fixed layout", "%s"),
    /** Component, its type. */
    NULLABLE_COMPONENT(
            "NullableComponent",
            "component '%s' of type %s is nullable, but memory has no place for null",
            "remove the annotation, or store a value that stands for absence"),
    /** Component, its type. */
    UNRESOLVED_TYPE(
            "UnresolvedType",
            "component '%s' has type %s, which the compiler cannot find",
            "correct the name, or see what went wrong in the processor that should have written it"),
    /** Component, annotation, attribute. */
    UNRESOLVED_VALUE(
            "UnresolvedValue",
            "'%s' has an annotation @%s whose value the compiler cannot work out",
            "use a constant that does not depend on what is generated for this struct"),

    /** Component. */
    LENGTH_MISSING(
            "LengthMissing",
            "component '%s' is a String without a length",
            "say how many bytes of UTF-8 to set aside: @Length(n) String"),
    /** Component, its type. */
    LENGTH_MISPLACED(
            "LengthMisplaced",
            "component '%s' of type %s has @Length, which this type does not take",
            "remove @Length; it is for String"),
    /** Component, length, least, most. */
    LENGTH_RANGE(
            "LengthRange", "component '%s' has @Length(%s)", "use a length from %s to %s: how many bytes of UTF-8 fit"),
    /** Component, offset. */
    OFFSET_RANGE("OffsetRange", "component '%s' has @Offset(%s), where no component can lie", "use 0 or more"),
    /** Struct, alignment. */
    ALIGNMENT_VALUE(
            "AlignmentValue",
            "struct '%s' has @LayoutCheck(alignment = %s), which no layout can have",
            "use a power of two: 1, 2, 4, 8, ..."),
    /** Annotation, place. */
    STRAY_ANNOTATION("StrayAnnotation", "@%s at %s means nothing there", "it belongs on %s"),

    /** Struct, demanded, actual, table. */
    LAYOUT_SIZE(
            "LayoutSize",
            "struct '%s' should have %s bytes and has %s",
            "change its components or its @LayoutCheck\n%s"),
    /** Struct, demanded, actual, table. */
    LAYOUT_ALIGNMENT(
            "LayoutAlignment",
            "struct '%s' should be aligned to %s bytes and is aligned to %s",
            "change its components or its @LayoutCheck\n%s"),
    /** Struct, allowed, actual, advice, table. */
    LAYOUT_PADDING("LayoutPadding", "struct '%s' may have %s bytes of padding and has %s", "%s\n%s"),
    /** Component, demanded, actual, table. */
    LAYOUT_OFFSET(
            "LayoutOffset",
            "component '%s' should lie at offset %s and lies at %s",
            "change the components before it or its @Offset\n%s"),
    /** Struct, size, most. */
    STRUCT_TOO_LARGE(
            "StructTooLarge",
            "struct '%s' has %s bytes",
            "make it smaller: the most is %s, so that the bytes of a struct fit in a Java array"),

    /** Component, constant, other component. */
    CONSTANT_COLLISION(
            "ConstantCollision",
            "component '%s' needs the constant %s, and so does component '%s'",
            "rename one of them"),
    /** Struct, generated class, what has the name. */
    CLASS_COLLISION(
            "ClassCollision", "struct '%s' needs the class name %s, which %s has already", "rename one of them"),

    /** Class, failure. */
    CANNOT_WRITE(
            "CannotWrite",
            "the class %s could not be written: %s",
            "see whether the output folder is writable and has room"),
    /** Struct, stack trace. */
    INTERNAL_ERROR(
            "InternalError",
            "the processor failed at '%s'",
            "this is a bug in Ashlar, please report it with the record and these lines\n%s");

    private final String tag;
    private final String format;

    Message(String tag, String text, String hint) {
        this.tag = tag;
        this.format = text + "; " + hint;
    }

    /** What stands in front of the message, in brackets after {@code Ashlar:}. Never changes once released. */
    public String tag() {
        return tag;
    }

    String text(List<Object> facts) {
        return "[Ashlar:" + tag + "] " + String.format(format, facts.toArray());
    }
}
