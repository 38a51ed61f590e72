package dev.ashlar.struct;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a record, a Kotlin data class, or a sealed interface of these, as a struct: the annotation processor lays out
 * its components as a C compiler would, and writes the view and array classes that read and write it in memory.
 *
 * <pre>{@code
 * @Struct
 * record Person(int id, double height, int age) {}      // writes PersonView and PersonArray beside it
 * }</pre>
 *
 * <p><b>Components</b> are
 *
 * <ul>
 *   <li>{@code byte}, {@code short}, {@code int}, {@code long}, {@code float}, {@code double}, {@code boolean} and
 *       {@code char}, stored as they are or as {@link Stored} says; {@link Bits} makes them bit-fields, {@link Atomic}
 *       gives an {@code int} or {@code long} atomic accessors;
 *   <li>enums, stored by their ordinal or their {@link Code} in 4 bytes, or as {@link Stored} says;
 *   <li>other structs, stored inline with their own padding and their own byte order;
 *   <li>arrays of all these with {@link Length}, stored inline;
 *   <li>a {@code String} with {@link Length};
 *   <li>a {@link java.lang.foreign.MemorySegment}: C's pointer, 8 bytes. Only its address is stored, so that it is read
 *       back with size zero;
 *   <li>a {@link Ref}: the address of another struct in the same memory, in 8 bytes, or 4 with {@link Stored};
 *   <li>as the last component a {@code String} or an array with {@link Tail}: its length, and as many elements;
 *       several, if other components count them;
 *   <li>values of other classes that a codec stores: {@link StoredBy};
 *   <li>each of these but references, pointers, arrays and tails as one that may be absent: a box, an {@code OptionalInt},
 *       {@code OptionalLong} or {@code OptionalDouble}, or with an annotation named {@code Nullable}; and arrays of elements
 *       that may be absent, of the same types; see {@link Absent}.
 * </ul>
 *
 * <p>Anything else is a compile-time error.
 *
 * <p><b>Separate compilation.</b> A struct is compared with the structs and enums in it when its view is first used: if
 * one of them was recompiled with another layout and this struct was not, everything that makes a view throws {@link
 * StructLinkError}. An enum must not use, in its own initialiser, a view of a struct that holds it: the two would wait
 * for each other. {@code BYTE_SIZE}, {@code OFFSET_ID} and the like are constants, whose values javac copies into the
 * classes that use them; code that is compiled separately from the struct should use {@link StructType#byteSize()} and
 * {@link StructType#component(String)} of the view's {@code type()}.
 *
 * <p><b>A sealed interface</b> of records with {@code @Struct}, or of further sealed interfaces of such, is a tagged
 * union: a number that tells which of the records it holds, followed by that record, at the same offset for all. In C
 * it is {@code struct { int32_t tag; union { ... } value; }}. {@link Code} on the records fixes their numbers; without
 * it they are numbered in the order of the {@code permits} clause, which is required then if there are two or more.
 * {@link Stored} on the interface determines how the number is stored. The view has a method {@code tag()}, and for
 * each record {@code asCircle()} and {@code beCircle()}.
 *
 * <pre>{@code
 * @Struct
 * sealed interface Shape {
 *     @Struct @Code(1) record Circle(double radius) implements Shape {}
 *     @Struct @Code(2) record Rect(double width, double height) implements Shape {}
 * }
 * }</pre>
 *
 * <p><b>Layout</b> is the C rule, on which the System V AMD64 and AAPCS64 ABIs agree: each component at the next
 * multiple of its alignment, in declaration order; the size rounded up to the largest alignment. The same record has
 * the same layout on every platform. A struct inside a packed one retains its inner padding and loses its alignment.
 *
 * <p><b>Kotlin's</b> data classes can be structs like records, with kapt, and so can sealed interfaces of them that
 * list their {@link Variants}. Their views have properties: {@link StructAccessors}.
 *
 * <p><b>Where.</b> The record or interface may be top-level or nested, of any visibility but {@code private}, and not
 * generic. The name of its view includes those of the enclosing types: {@code PersonView}, {@code Outer_PersonView}.
 * Classes that cannot be annotated are named elsewhere, with {@link StructsFor}. Java does not show annotation
 * processors declarations inside methods, so a record there gets no view, and no error either. The class of a compact
 * source file cannot be named from outside, so a struct in one does not compile: give it its own file.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Struct {
    /**
     * Indicates whether components follow each other without padding, as with GCC's {@code __attribute__((packed))}:
     * each has alignment 1, unless {@link Align} gives it another. Bit-fields ignore the boundaries of their types.
     */
    boolean packed() default false;

    /**
     * The most alignment of a component in bytes, as with {@code #pragma pack(2)}: 1, 2, 4, 8 or 16; 0 for no limit. It
     * limits {@link Align} as well. Bit-fields ignore the boundaries of their types, as GCC lays them out. {@link #packed()} is
     * another attribute of C, and cannot be combined with it.
     */
    int pack() default 0;

    /**
     * Indicates whether all components lie at offset 0, as the members of C's {@code union} do. Nothing says which of
     * these <i>arms</i> was stored last: each accessor reads the bytes as its own, and a setter stores the bytes of its
     * arm alone.
     *
     * <p>The components are of types that can be {@code null}: boxes, records, enums, strings, arrays. {@code read()} gives
     * every arm that can be read and would be stored as the bytes that it shares with others, and {@code null} for the rest:
     * enums of no such number, text with other bytes behind its NUL, what a codec or a constructor refuses. {@code write} stores the arms that are not {@code null}, after all bytes were made zero, and refuses arms
     * that would give one byte different values.
     *
     * <pre>{@code
     * @Struct(union = true)
     * record Bits(Float value, Integer raw) {}          // union { float value; int32_t raw; }
     * }</pre>
     *
     * <p>Two unions are equal if their bytes are, up to the end of the longest arm. Unions have no tails and no columns. A
     * sealed interface is a union with a tag, and does not need this.
     */
    boolean union() default false;

    /**
     * The least alignment of the struct in bytes, a power of two up to 65 536: {@code 64} gives it its own cache lines.
     * It must not be below the alignment that its components need.
     */
    int align() default 1;

    /** The order of bytes in the values of its components; a nested struct has its own. */
    StructOrder order() default StructOrder.LITTLE_ENDIAN;

    /**
     * Indicates whether to write a class of growable lists as well, {@code PersonList}: a {@link StructList}. Not for a
     * struct with a {@link Tail}.
     */
    boolean list() default false;

    /**
     * The components that are the key of a class of hash maps, {@code PersonMap}, to be written as well: a {@link StructMap}.
     * None for no such class. Not for a union or a struct with a {@link Tail}.
     *
     * <p>A key can be a whole number, a {@code boolean} or {@code char}, an enum, a bit-field, a string or {@code byte[]} with
     * {@link Length}, a value that a codec stores as one of these, or a struct of such components; none of them optional, and
     * no floating-point number. Two keys are equal if what is stored is equal.
     */
    String[] map() default {};

    /**
     * Indicates whether to write a class of bounded queues as well, {@code PersonRing}: a {@link StructRing}. Not for a struct
     * with a {@link Tail}.
     */
    boolean ring() default false;

    /**
     * Indicates whether to write {@code PersonColumns} as well, which holds many structs column by column: first one
     * component of all of them, then the next, each column at a multiple of 64 bytes from the first. For code that
     * reads few components of many structs.
     *
     * <p>The components of nested structs get separate columns, under their joined names: {@code start.x} is {@code
     * startX}. An array is one column, with its elements side by side in each row; structs in arrays stay whole.
     * Columns need no padding, so {@link #packed()}, {@link #align()} and {@link Align} have no effect there; the byte
     * order is that of the struct that has the component.
     *
     * <p>Bit-fields, tails and unions have no columns, and are a compile-time error here, except inside a struct in an
     * array.
     */
    boolean columns() default false;

    /** The naming of the view's accessors. It changes nothing in memory. */
    StructAccessors accessors() default StructAccessors.AUTOMATIC;
}
