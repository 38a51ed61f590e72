/**
 * Structs: the annotations that describe them, and the types of the classes generated from them.
 *
 * <p>Sizes, alignments and offsets are in bytes; indexes count elements. A {@code null} argument is refused with {@link
 * java.lang.NullPointerException} unless a method says otherwise.
 *
 * <table>
 *   <caption>Declaring structs</caption>
 *   <tr><td>{@link Struct}<td>{@code @Struct record Person(int id, double height, int age) {}}
 *   <tr><td>{@link StructsFor}<td>{@code @StructsFor(java.awt.Point.class) class Names {}}: classes that cannot be
 *   annotated
 *   <tr><td>{@link Variants}<td>{@code @Struct @Variants({Circle::class, Rect::class}) sealed interface Shape}, in
 *   Kotlin
 *   <tr><td>{@link StructOrder}<td>{@code @Struct(order = StructOrder.BIG_ENDIAN)}
 *   <tr><td>{@link StructAccessors}<td>{@code @Struct(accessors = StructAccessors.BEAN)}: {@code getAge}, {@code
 *   setAge}
 * </table>
 *
 * <table>
 *   <caption>Declaring how components are stored</caption>
 *   <tr><td>{@link Length}<td>{@code @Length(16) String name}, {@code @Length(4) int[] xs}
 *   <tr><td>{@link Tail}<td>{@code @Tail String text}: of any length, as the last one; several with {@code count}
 *   <tr><td>{@link Stored}, {@link StorageType}<td>{@code @Stored(StorageType.U8) int level}
 *   <tr><td>{@link Bits}<td>{@code @Bits(3) int mode}
 *   <tr><td>{@link StoredBy}, {@link StoredForm}<td>{@code @StoredBy(MoneyCodec.class) Money price}
 *   <tr><td>{@link Scale}<td>{@code @Scale(4) BigDecimal price}
 *   <tr><td>{@link Absent}<td>{@code Integer age}, {@code @Length(4) Integer[] levels}, {@code @Absent("-1") Integer parent}: may have no value
 *   <tr><td>{@link Code}<td>{@code enum Colour { @Code(10) RED }}
 *   <tr><td>{@link Align}<td>{@code @Align(64) long hot}
 *   <tr><td>{@link Atomic}<td>{@code @Atomic long count}: {@code view.countGetAndAdd(1)}
 *   <tr><td>{@link LayoutCheck}, {@link Offset}<td>{@code @LayoutCheck(size = 24)}, {@code @Offset(8) double height}
 * </table>
 *
 * <table>
 *   <caption>Structs in memory</caption>
 *   <tr><td>{@link StructView}<td>{@code PersonView.allocate(allocator).age(7)}
 *   <tr><td>{@link StructSequence}<td>{@code for (PersonView person : people)}: arrays, columns and lists
 *   <tr><td>{@link StructArray}<td>{@code PersonArray.allocate(allocator, 1_000).get(3)}
 *   <tr><td>{@link StructList}<td>{@code PersonList.create(allocator).add(person)}
 *   <tr><td>{@link StructMap}, {@link StructMapStats}<td>{@code AccountMap.create(allocator).get(7)}
 *   <tr><td>{@link StructColumns}, {@link StructRow}<td>{@code PersonColumns.allocate(allocator, 1_000).get(3).age()}
 *   <tr><td>{@link StructLog}<td>{@code log.append(new Entry(1, "text"))}: structs with a tail
 *   <tr><td>{@link Ref}<td>{@code record Node(int value, Ref<Node> next)}: the address of another struct
 *   <tr><td>{@link StructChain}<td>{@code for (NodeView node : first.nextChain())}
 *   <tr><td>{@link Elements}, {@link BooleanElements}, {@link ByteElements}, {@link CharElements}, {@link
 *   DoubleElements}, {@link EnumElements}, {@link FloatElements}, {@link IntElements}, {@link LongElements}, {@link
 *   ShortElements} <td>{@code view.xs[0] += 1}, in Kotlin: an array inside a struct, seen in place
 * </table>
 *
 * <table>
 *   <caption>Working with any struct</caption>
 *   <tr><td>{@link StructType}<td>{@code PersonView.type().byteSize()}
 *   <tr><td>{@link StructComponent}, {@link ComponentKind} <td>{@code switch (component.kind()) { case
 *   ComponentKind.Numeric number -> …}}
 *   <tr><td>{@link StructConstant}, {@link StructVariant}<td>{@code component.constants()}, {@code kind.variants()}
 *   <tr><td>{@link StructDump}, {@link LayoutTable}<td>{@code StructDump.of(view)}, {@code LayoutTable.of(name,
 *   byteSize, byteAlignment, components)}
 *   <tr><td>{@link StructLinkError}<td>thrown if a struct meets structs other than those it was compiled with
 * </table>
 *
 * <p>Only generated code calls {@link ColumnCopy}, {@link RefTarget}, {@link StructElements}, {@link StructLink}, and
 * all of {@code dev.ashlar.struct.support}.
 */
@NullMarked
package dev.ashlar.struct;

import org.jspecify.annotations.NullMarked;
