package dev.ashlar.processor.model;

import java.util.List;
import java.util.Locale;

/**
 * Everything the processor can find wrong: a stable tag to search for, what is wrong, and what to do about it.
 *
 * <p>Each {@code %s} of text and hint stands for one fact of the {@link Finding}, in that order.
 */
public enum Message {
    /** Struct, what it is. */
    NOT_A_RECORD(
            "NotARecord",
            "struct '%s' is %s",
            "only a record, a data class of Kotlin, or a sealed interface of these, can be a struct"),
    /** The release that is compiled for. */
    RELEASE(
            "Release",
            "structs need Java 25, and this compilation is for Java %s",
            "set the release to 25: <release>25</release> or maven.compiler.release in Maven, options.release = 25 in"
                    + " Gradle, --release 25 for javac; nothing is generated until then"),
    /** Struct. */
    COMPACT_FILE(
            "CompactFile",
            "struct '%s' is declared in a compact source file, and no other class can name what is in one",
            "declare it in a file of its own, or write a class around what is in this file: class Main { ... }"),
    /** Struct, the type that is private. */
    PRIVATE_STRUCT(
            "PrivateStruct",
            "struct '%s' cannot be named by its view, because '%s' is private",
            "make it package-private or wider"),
    /** Struct, package of its view, the type that is not public. */
    HIDDEN_STRUCT(
            "HiddenStruct",
            "struct '%s' cannot be named by its view in package %s, because '%s' is not public",
            "make it public, or put the @StructsFor into its package"),
    /** Struct, who names it first. */
    NAMED_TWICE(
            "NamedTwice",
            "struct %s is named by the @StructsFor of %s already",
            "remove one of them: a struct has one view in a compilation"),
    /** Struct. */
    NAMED_NEEDLESSLY(
            "NamedNeedlessly",
            "struct %s has @Struct itself",
            "remove it from this @StructsFor; its view lies beside it"),
    /** The element that has the annotation. */
    NAMED_NOTHING(
            "NamedNothing",
            "the @StructsFor of '%s' names no class",
            "name what is to be a struct: @StructsFor(Point.class)"),
    /** Struct. */
    VARIANTS_MISSING(
            "VariantsMissing",
            "struct '%s' is an interface of Kotlin, which does not show what it permits",
            "list its variants: @Variants(Circle::class, Rect::class)"),
    /** Component, its type. */
    KOTLIN_VALUE_CLASS(
            "KotlinValueClass",
            "component '%s' is of an unsigned type or another value class, stored as %s, which the view cannot call by"
                    + " that name",
            "use Short, Int or Long with @Stored(StorageType.U8), U16 or U32; Long for ULong, of the same bits; else the"
                    + " type that is wrapped"),
    /** Component, its type. */
    KOTLIN_PRIVATE_PROPERTY(
            "KotlinPrivateProperty",
            "component '%s' of type %s is private, and the view could not read it",
            "make it internal or public"),
    /** Property, its type. */
    KOTLIN_BODY_PROPERTY(
            "KotlinBodyProperty",
            "property '%s' of type %s is not in the primary constructor, and its value would be lost in memory",
            "move it there, or compute it in a getter"),
    /** Struct, names. */
    KOTLIN_NAME(
            "KotlinName",
            "struct '%s' has properties with names that Java does not allow: %s",
            "rename them: views are written in Java"),
    /** Struct. */
    KOTLIN_CONSTRUCTOR(
            "KotlinConstructor",
            "struct '%s' has a private constructor, which its view could not call",
            "make it internal or public"),
    /** Struct, its type parameters. */
    GENERIC_STRUCT(
            "GenericStruct",
            "struct '%s' has type parameters <%s>",
            "declare it without them: a layout is fixed at compile time"),
    /** Struct. */
    EMPTY_STRUCT("EmptyStruct", "struct '%s' has no components, and so no size", "give it at least one component"),

    /** Component, its type, what to use. */
    COMPONENT_TYPE("ComponentType", "component '%s' has type %s, which has no fixed layout", "%s"),
    /** Component, its type, what to do. */
    NULLABLE_COMPONENT("NullableComponent", "component '%s' of type %s cannot be optional", "%s"),
    /** Component, its type. */
    OPTIONAL_TAIL(
            "OptionalTail",
            "the elements of the tail '%s' of type %s may be absent, but a tail has no bits that say so",
            "name a number that stands for absence, such as @Absent(\"-1\"); or use an array of fixed @Length, or of a record with"
                    + " @Struct whose component may be absent"),
    /** Component, its type. */
    ABSENT_MISPLACED(
            "AbsentMisplaced",
            "component '%s' of type %s has @Absent, but always has a value",
            "annotate it as @Nullable, or make a number a box such as Integer or an OptionalInt, also in an array; or remove"
                    + " @Absent"),
    /** Struct, value. */
    STRUCT_PACK_VALUE(
            "StructPackValue",
            "struct '%s' has @Struct(pack = %s), which is not a limit that C knows",
            "use 1, 2, 4, 8 or 16, or remove it"),
    /** Struct, value. */
    STRUCT_PACK_AND_PACKED(
            "StructPackAndPacked",
            "struct '%s' has packed = true and pack = %s, which are two rules",
            "use packed = true for __attribute__((packed)), or pack for #pragma pack"),
    /** Component, its type, what to write. */
    ARM_TYPE(
            "ArmType",
            "component '%s' of type %s cannot be an arm of a union, because a record must be able to leave it out",
            "make it %s, which can be null"),
    /** Component. */
    ARM_ABSENT(
            "ArmAbsent",
            "component '%s' has @Absent, but is an arm of a union: a record leaves it out by null, and memory always holds it",
            "remove @Absent"),
    /** Component. */
    ARM_TAIL(
            "ArmTail",
            "component '%s' is a tail, and the arms of a union all start at offset 0 and have a fixed size",
            "give it a @Length, or put the tail behind the union in a struct that holds both"),
    /** Struct. */
    ARMS_OF_INTERFACE(
            "ArmsOfInterface",
            "sealed interface '%s' has union = true, but is a union with a tag already",
            "remove union = true; for a union without a tag declare a record of its arms"),
    /** Component, its type. */
    ABSENT_TYPE(
            "AbsentType",
            "component '%s' of type %s has @Absent, but is a boolean, or is not stored as one number",
            "remove @Absent: a presence bit then says whether there is a value"),
    /** Component, number, storage, advice. */
    ABSENT_VALUE("AbsentValue", "component '%s' has @Absent(\"%s\"), which is not a number that %s holds", "use %s"),
    /** Component, number, constant. */
    ABSENT_CONSTANT(
            "AbsentConstant",
            "component '%s' has @Absent(\"%s\"), the number of the constant %s",
            "use a number that no constant has, such as -1"),
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

    /** Component, its type, what is counted, more advice. */
    LENGTH_MISSING(
            "LengthMissing", "component '%s' of type %s has no length", "say how many %s to set aside, @Length(n)%s"),
    /** Component, its type. */
    LENGTH_MISPLACED(
            "LengthMisplaced",
            "component '%s' of type %s has @Length, which this type does not take",
            "remove @Length; it is for String and arrays"),
    /** Component, length, least, most, what is counted, more advice. */
    LENGTH_RANGE("LengthRange", "component '%s' has @Length(%s)", "use a length from %s to %s: how many %s fit%s"),
    /** Component, annotation, value, other value. */
    TWO_VALUES("TwoValues", "component '%s' has @%s(%s) and @%s(%s): only one of them can hold", "remove one of them"),

    /** Component, its type, storage type, what to do. */
    STORED_TYPE("StoredType", "component '%s' of type %s has @Stored(%s), which does not fit that type", "%s"),
    /** Component, its type. */
    STORED_MISPLACED(
            "StoredMisplaced",
            "component '%s' of type %s has @Stored, which this type does not take",
            "remove @Stored; it is for primitive types, enums and their arrays"),
    /** Component, its type, the types that take it. */
    BITS_MISPLACED(
            "BitsMisplaced",
            "component '%s' of type %s has @Bits, which this type does not take",
            "remove @Bits; it is for %s"),
    /** Component, its type, storage type, list of storage types. */
    BITS_UNIT(
            "BitsUnit",
            "component '%s' of type %s is a bit-field with @Stored(%s), which no bit-field can lie in",
            "use one of %s"),
    /** Component, width, most, storage type, Java type, more advice. */
    BITS_RANGE(
            "BitsRange",
            "component '%s' has @Bits(%s)",
            "use a width from 1 to %s: what both the unit %s and the type %s can hold%s"),
    /** Component, its type, the types that have it. */
    ATOMIC_TYPE(
            "AtomicType",
            "component '%s' of type %s has @Atomic, for which there is no atomic access",
            "use %s, without @Bits and stored as they are, or remove @Atomic"),
    /** Component. */
    ATOMIC_ORDER(
            "AtomicOrder",
            "component '%s' has @Atomic and is not little-endian",
            "give it @Endian(StructOrder.LITTLE_ENDIAN), or remove @Atomic"),
    /** Component, its type, advice. */
    ENDIAN_MISPLACED(
            "EndianMisplaced",
            "component '%s' of type %s has @Endian, which this type does not take",
            "remove @Endian: %s"),
    /** Component, alignment that it needs, its offset, alignment of the struct, alignment that it needs. */
    ATOMIC_ALIGNMENT(
            "AtomicAlignment",
            "component '%s' needs an address that is a multiple of %s for its atomic accesses, and lies at offset %s of"
                    + " a struct aligned to %s",
            "do not pack the struct, or give the component @Align(%s)"),
    /** Component, its type. */
    TAIL_TYPE(
            "TailType",
            "component '%s' of type %s has @Tail, which this type does not take",
            "remove @Tail; it is for String and arrays"),
    /** Component. */
    TAIL_AND_LENGTH(
            "TailAndLength",
            "component '%s' has both @Tail and @Length",
            "remove one of them: a tail is as long as the record says"),
    /** Component. */
    TAIL_NOT_LAST(
            "TailNotLast",
            "component '%s' has @Tail and is not the last one",
            "move it to the end: nothing behind it would have a fixed offset; only other tails with a count can follow one that"
                    + " has a count"),
    /** Component, the tail before it. */
    TAIL_UNCOUNTED(
            "TailUncounted",
            "component '%s' has @Tail without a count, but lies behind the tail '%s'",
            "name the component that holds the number of its elements, @Tail(count = \"...\")"),
    /** Component, what it has. */
    TAIL_WITHOUT_COUNT(
            "TailWithoutCount",
            "component '%s' has @Tail with %s but without a count",
            "remove it, or name the component that holds the number of its elements, count = \"...\""),
    /** Component, the count, the components before it. */
    TAIL_COUNT_UNKNOWN(
            "TailCountUnknown",
            "component '%s' has @Tail(count = \"%s\"), but the struct has no such component",
            "name one of the components before it: %s"),
    /** Component, the count. */
    TAIL_COUNT_BEHIND(
            "TailCountBehind",
            "component '%s' has @Tail(count = \"%s\"), but that component does not lie before all tails",
            "move it before the first tail: where it lies must not depend on what it counts"),
    /** Component, the count, what that is. */
    TAIL_COUNT_TYPE(
            "TailCountType",
            "component '%s' has @Tail(count = \"%s\"), but that component is %s and not a plain integer",
            "use a byte, short, int or long, if need be with @Stored or @Bits"),
    /** Component, pad, most. */
    TAIL_PAD(
            "TailPad",
            "component '%s' has @Tail with pad = %s",
            "use a power of two from 1 to %s, the multiple in bytes"),
    /** Component. */
    TAIL_TO_END(
            "TailToEnd",
            "component '%s' has @Tail with toEnd = true, and with a count, unit or pad too",
            "remove one of them: what reaches to the end of the handle needs none"),
    /** Component. */
    TAIL_ALONE(
            "TailAlone",
            "component '%s' has @Tail with toEnd = true, and is the only one",
            "use the handle itself, which has as many bytes; or put a component before it"),
    /** Component, struct. */
    REF_TO_END(
            "RefToEnd",
            "component '%s' refers to struct %s, whose tail reaches to the end of its handle",
            "give that tail a count: the handle of what is referred to is the whole memory"),
    /** Component, what it has, the tail before it. */
    TAIL_PLACE(
            "TailPlace",
            "component '%s' has %s, but lies behind the tail '%s', and so at no fixed offset",
            "remove that; the pad of the tail before can round up where it ends"),
    /** Component, its type. */
    TAIL_NESTED(
            "TailNested",
            "component '%s' holds struct %s, which has a tail, and so no fixed size",
            "refer to it instead: a Ref holds its address"),
    /** Struct. */
    TAIL_IN_LIST(
            "TailInList",
            "struct '%s' has list = true and a tail, and so no fixed size",
            "remove list = true: a StructLog holds structs of any size"),
    /** Struct. */
    TAIL_IN_RING(
            "TailInRing",
            "struct '%s' has ring = true and a tail, and so no fixed size",
            "remove ring = true, or give the last component a @Length instead of @Tail"),
    /** Struct. */
    MAP_TAIL(
            "MapTail",
            "struct '%s' has map = ... and a tail, and so no fixed size",
            "remove map: no map holds structs of different sizes; give the last component a @Length instead of @Tail, or hold"
                    + " a Ref to such a struct in one that has a map"),
    /** Union. */
    MAP_UNION(
            "MapUnion",
            "union '%s' has map = ..., but only one of its variants or arms is there at a time, and none could be the key",
            "remove map, and let a record have it that holds the key and the union"),
    /** Struct, name, its components. */
    MAP_KEY_UNKNOWN(
            "MapKeyUnknown", "struct '%s' has map = \"%s\", which is no component of it", "name one or several of %s"),
    /** Struct, component. */
    MAP_KEY_TWICE(
            "MapKeyTwice",
            "struct '%s' has the component '%s' twice in map = ...",
            "name each component of the key once"),
    /** Component, what it is, what to do. */
    MAP_KEY_TYPE("MapKeyType", "component '%s' is %s, which cannot be in the key of a map", "%s"),
    /** Component, alignment, most. */
    ALIGN_VALUE(
            "AlignValue",
            "component '%s' has @Align(%s), which is not an alignment",
            "use a power of two from 1 to %s"),
    /** Component. */
    ALIGN_ON_BITS(
            "AlignOnBits",
            "component '%s' is a bit-field with @Align, which C does not allow",
            "remove @Align; @Bits(value = n, newUnit = true) starts a new unit"),
    /** Component, alignment, natural alignment. */
    ALIGN_TOO_SMALL(
            "AlignTooSmall",
            "component '%s' has @Align(%s), less than the %s that its type has anyway",
            "raise or remove it; only packed and pack lower alignments"),
    /** Struct, alignment, most. */
    STRUCT_ALIGN_VALUE(
            "StructAlignValue",
            "struct '%s' has @Struct(align = %s), which is not an alignment",
            "use a power of two from 1 to %s"),
    /** Struct, alignment, natural alignment. */
    STRUCT_ALIGN_TOO_SMALL(
            "StructAlignTooSmall",
            "struct '%s' has @Struct(align = %s), less than the %s that its components need anyway",
            "raise or remove it; only packed and pack lower alignments"),

    /** Component, codec, what is hidden. */
    CODEC_HIDDEN(
            "CodecHidden",
            "component '%s' is stored by %s, which its view cannot call, because '%s' is hidden from it",
            "make that class package-private, or public where it lies in another package, which its module must export"),
    /** Component, codec, the name of its class or of the one around it. */
    CODEC_LOWER_CASE(
            "CodecLowerCase",
            "component '%s' is stored by %s, and generated code would take '%s' for a variable",
            "let the name of that class start with a capital"),
    /** Component, codec. */
    CODEC_INNER("CodecInner", "component '%s' is stored by %s, an inner class", "make that class static"),
    /** Component, codec, what it has, the method that it should have. */
    CODEC_METHOD("CodecMethod", "component '%s' is stored by %s, which has %s", "give it one method %s"),
    /** Component, codec, the method, exceptions. */
    CODEC_THROWS(
            "CodecThrows",
            "component '%s' is stored by %s, whose method %s declares the checked exception %s",
            "let it throw unchecked exceptions alone: accessors have no throws clause"),
    /** Component, codec, what does not match, the method that it should have. */
    CODEC_TYPES("CodecTypes", "component '%s' is stored by %s, whose %s", "make it %s"),
    /** Component, codec, stored form, what to do. */
    CODEC_STORED("CodecStored", "component '%s' is stored by %s as %s, which is not a stored form", "%s"),
    /** Component, codec, stored form. */
    CODEC_ELEMENT(
            "CodecElement",
            "component '%s' is an array whose elements are stored by %s as %s, of which there are no arrays",
            "use an array of a record with @Struct that holds one"),
    /** Component, its type. */
    CODEC_ON_STRUCT(
            "CodecOnStruct",
            "component '%s' of type %s has @StoredBy, but that type is a struct and stored as it is",
            "remove @StoredBy, or make that type no struct"),
    /** Component, its type. */
    CODEC_GENERIC(
            "CodecGeneric",
            "component '%s' of type %s has @StoredBy, and a type with type parameters",
            "wrap it in a class without: record Tags(List<String> all) {}"),
    /** Component, codec, name. */
    CODEC_NAME(
            "CodecName",
            "component '%s' is stored by %s, whose @StoredForm(name = \"%s\") cannot end the name of a method",
            "use letters and digits, the first of them a capital, as in createdNanos"),
    /** Component, its type, codec. */
    SCALE_MISSING(
            "ScaleMissing",
            "component '%s' of type %s has no scale, which %s takes",
            "say how many decimal places are stored: @Scale(2)"),
    /** Component, its type. */
    SCALE_MISPLACED(
            "ScaleMisplaced",
            "component '%s' of type %s has @Scale, which nothing takes there",
            "remove @Scale; it is for BigDecimal, and for codecs whose methods take an int after the value"),

    /** Component, its type, path. */
    RECURSIVE_STRUCT(
            "RecursiveStruct",
            "component '%s' holds struct %s, which would then hold itself: %s",
            "refer to it instead: a Ref holds its address"),
    /** Component, its type, why. */
    NESTED_STRUCT(
            "NestedStruct",
            "component '%s' holds struct %s, %s",
            "compile that struct anew, with this annotation processor"),
    /** Component, the struct in it. */
    STRUCT_FROM_SOURCE(
            "StructFromSource",
            "component '%s' holds struct %s, which is compiled here without its view, as its source is found and not named",
            "name it, or what has its @StructsFor, among the sources"),
    /** Union, what it permits, what that is. */
    UNION_VARIANT(
            "UnionVariant",
            "union '%s' permits %s, which is %s",
            "let it permit records with @Struct, and sealed interfaces of such records"),
    /** Union, variant, variant, name. */
    VARIANT_NAME(
            "VariantName", "union '%s' has the variants %s and %s, which both need the name %s", "rename one of them"),
    /** Union, storage type, list of storage types. */
    TAG_STORAGE("TagStorage", "union '%s' has @Stored(%s), in which no tag can be stored", "use one of %s"),
    /** Union, variants. */
    TAG_MISSING(
            "TagMissing",
            "union '%s' has variants of which only some have @Code",
            "give %s one as well, or remove all of them"),
    /** Union, variant, variant, number. */
    TAG_DUPLICATE(
            "TagDuplicate",
            "union '%s' has the variants %s and %s, which both have the tag %s",
            "give each variant its own @Code"),
    /** Union, variant, number, storage type. */
    TAG_RANGE(
            "TagRange",
            "union '%s' has the variant %s with the tag %s, which does not fit in %s",
            "use a wider @Stored, or smaller numbers"),
    /**
     * Union, what has no clause, variants with the numbers that they have by the order of the source, clauses that say this
     * order.
     */
    TAG_UNORDERED(
            "TagUnordered",
            "union '%s' numbers its variants in an order that depends on the compiler, because %s",
            "give them their numbers, %s, or write the order, %s"),
    /** Union, variants with their numbers. */
    TAG_ORDER(
            Severity.NOTE,
            "TagOrder",
            "union '%s' numbers its variants by their order: %s",
            "give each a @Code, and the numbers stay when the order changes"),
    /** Union, variants. */
    UNION_ORDERS(
            Severity.WARNING,
            "UnionOrders",
            "union '%s' is big-endian, and its variants are not: %s",
            "give each variant order = StructOrder.BIG_ENDIAN too, or @Endian(StructOrder.LITTLE_ENDIAN) to the components that are meant so; the order of a union is only that of its tag"),
    /** Component, what it refers to, what to do. */
    REF_TARGET("RefTarget", "component '%s' refers to %s, which is not a struct", "%s"),
    /** Component, its type, what is hidden. */
    HIDDEN_TYPE(
            "HiddenType",
            "component '%s' has type %s, which its view cannot name, because '%s' is hidden from it",
            "make that type package-private, or public where it lies in another package, which its module must export"),
    /** Component or struct, its type, what has an order. */
    UNKNOWN_ORDER(
            "UnknownOrder",
            "'%s' has type %s from a class file, whose %s this compiler does not show in their order",
            "put the jar or folder of that type on the class path; compile without --release, or with javac"),
    /** Component, enum. */
    ENUM_EMPTY("EnumEmpty", "component '%s' has type %s, an enum without constants", "give it at least one constant"),
    /** Component, enum, constants. */
    CODE_MISSING(
            "CodeMissing",
            "component '%s' has type %s, an enum of which only some constants have @Code",
            "give %s one as well, or remove all of them"),
    /** Component, enum, constant, constant, number. */
    CODE_DUPLICATE(
            "CodeDuplicate",
            "component '%s' has type %s, an enum whose constants %s and %s both have the number %s",
            "give each constant its own @Code"),
    /** Component, enum, constant, number, storage type. */
    CODE_RANGE(
            "CodeRange",
            "component '%s' has type %s, an enum whose constant %s has the number %s, which does not fit in %s",
            "use a wider @Stored, or smaller numbers"),
    /** Component, enum, constant, number, width and whether it is signed. */
    CODE_BITS(
            "CodeBits",
            "component '%s' has type %s, an enum whose constant %s has the number %s, which does not fit in %s bits",
            "use a greater width, a signed unit such as @Stored(I32) for negative numbers, or smaller numbers"),
    /** Component, offset. */
    OFFSET_RANGE("OffsetRange", "component '%s' has @Offset(%s), where no component can lie", "use 0 or more"),
    /** Struct, alignment. */
    ALIGNMENT_VALUE(
            "AlignmentValue",
            "struct '%s' has @LayoutCheck(alignment = %s), which no layout can have",
            "use a power of two: 1, 2, 4, 8, ..."),
    /** Struct, size of a cache line. */
    CACHE_LINE_VALUE(
            "CacheLineValue",
            "struct '%s' has @LayoutCheck(cacheLine = %s), which is not the size of a cache line",
            "use a power of two; most processors have 64"),
    /** Annotation, place. */
    STRAY_ANNOTATION(
            Severity.WARNING, "StrayAnnotation", "@%s at '%s' means nothing there", "remove it; it belongs on %s"),

    /** Annotation, type. */
    UNREAD_ANNOTATION(
            Severity.NOTE,
            "UnreadAnnotation",
            "@%s in '%s' is not read in this compilation, because that is not a struct here",
            "give it @Struct, or name it in a @StructsFor, here or in another module"),

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
            "@Offset asserts where a component lies and never moves it: change the components before it, or its @Offset\n%s"),
    /** Component, its size, its offset, size of a cache line, table. */
    LAYOUT_CACHE_LINE(
            Severity.WARNING,
            "LayoutCacheLine",
            "component '%s' of %s bytes at offset %s crosses the end of a cache line of %s",
            "move it, or put padding before it\n%s"),
    /** Struct, file, differing rows. */
    LAYOUT_CHANGED(
            "LayoutChanged",
            "struct '%s' has not the layout that is recorded in %s",
            "restore it, or record the new one with -Aashlar.recordLayouts=true\n%s"),
    /** File, failure. */
    LAYOUT_FILE(
            "LayoutFile",
            "the recorded layout %s could not be used: %s",
            "see whether the folder of -Aashlar.layouts can be read, and written when layouts are recorded"),
    /** File, struct. */
    LAYOUT_UNCLAIMED(
            Severity.WARNING,
            "LayoutUnclaimed",
            "the recorded layout %s is of a struct %s that is not there any more",
            "if that was renamed, rename its file and correct the name in it, so that its layout is compared again; if it is"
                    + " gone, delete the file; code that is compiled apart, such as tests, needs a folder of its own"),
    /** Option, value, advice. */
    OPTION_VALUE("OptionValue", "the option -A%s=%s cannot be followed", "%s"),
    /** Struct, size, most. */
    STRUCT_TOO_LARGE(
            "StructTooLarge",
            "struct '%s' has %s bytes",
            "make it smaller: the most is %s, so that the bytes of a struct fit in a Java array"),

    /** Path of the component, what it is, what to do. */
    COLUMNS_COMPONENT(
            "ColumnsComponent",
            "component '%s' is %s, which has no column",
            "remove columns = true from @Struct, or %s"),
    /** Union. */
    COLUMNS_UNION(
            "ColumnsUnion",
            "union '%s' has columns = true, but what it may hold has no columns in common",
            "remove it; the structs that it may hold may have it"),
    /** Path of a component, path of another, column. */
    COLUMNS_NAME("ColumnsName", "components '%s' and '%s' both need the column '%s'", "rename one of them"),
    /** Struct, most. */
    COLUMNS_NUMBER(
            "ColumnsNumber",
            "struct '%s' needs more than %s columns, those of nested structs counted",
            "remove columns = true from @Struct, or hold fewer structs in it"),

    /** Component, constant, other component. */
    CONSTANT_COLLISION(
            "ConstantCollision",
            "component '%s' needs the constant %s, and so does component '%s'",
            "rename one of them"),
    /** Struct, names of generated classes, what has them. */
    CLASS_COLLISION("ClassCollision", "struct '%s' needs %s, which %s has already", "rename one of them"),
    /** Struct, each component's accessor with the one that it has instead. */
    ACCESSOR_RENAMED(
            Severity.NOTE,
            "AccessorRenamed",
            "struct '%s' has components with names of methods that its classes have themselves: %s",
            "call them so, or rename the components"),

    /** File or class, failure. */
    CANNOT_WRITE(
            "CannotWrite", "%s could not be written: %s", "see whether the output folder is writable and has room"),
    /** Struct, stack trace. */
    INTERNAL_ERROR(
            "InternalError",
            "the processor failed at '%s'",
            "this is a bug in Ashlar, please report it with the record and these lines\n%s");

    /** The effect of a message on the compilation. */
    public enum Severity {
        /** Nothing is generated for the struct. */
        ERROR,
        /** The struct is generated all the same. */
        WARNING,
        /** Worth knowing, and nothing that is wrong. */
        NOTE
    }

    private final Severity severity;
    private final String tag;
    private final String format;

    Message(String tag, String text, String hint) {
        this(Severity.ERROR, tag, text, hint);
    }

    Message(Severity severity, String tag, String text, String hint) {
        this.severity = severity;
        this.tag = tag;
        this.format = text + "; " + hint;
    }

    public Severity severity() {
        return severity;
    }

    /** The tag in front of the message, in brackets after {@code Ashlar:}. Never changes once released. */
    public String tag() {
        return tag;
    }

    String text(List<Object> facts) {
        return "[Ashlar:" + tag + "] " + String.format(Locale.ROOT, format, facts.toArray());
    }
}
