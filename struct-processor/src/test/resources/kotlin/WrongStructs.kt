package wrong

import dev.ashlar.struct.*

@Struct class NoDataClass(val id: Int) // NotARecord
@Struct object Single // NotARecord
@Struct interface NoVariants // VariantsMissing
@Struct data class Unsigned(
    val a: UInt, // KotlinValueClass
    val b: Long,
)
@JvmInline value class Meters(val value: Double)
@Struct data class Wrapped(
    val a: Long,
    val b: Meters, // KotlinValueClass
)
@Struct data class Hidden private constructor(val id: Int) // KotlinConstructor
@Struct data class PrivateProperty(
    val id: Int,
    private val secret: Int, // KotlinPrivateProperty
)
@Struct data class Body(val id: Int) {
    var more: Int = 0 // KotlinBodyProperty
    val late by lazy { 3 } // KotlinBodyProperty
}
@Struct data class Nullable(
    @Absent("a") val id: Int?, // AbsentValue
    @Length(3) val xs: IntArray?, // NullableComponent
    val next: Ref<Nullable>?, // NullableComponent
    @Length(3) val array: Array<Int>?, // NullableComponent
    @Length(3) val both: Array<Int?>?, // NullableComponent
    @Length(3) @Absent("1") val never: Array<java.time.Instant>, // AbsentMisplaced
    @Length(3) val boxes: Array<Int>, // ComponentType
    @Tail val tail: Array<Int?>, // OptionalTail
)
@Struct data class Types(
    val tags: List<String>, // ComponentType
    @Length(3) val boxed: Array<Int>, // ComponentType
    val text: String, // LengthMissing
    @Stored(StorageType.U32) val narrow: Int, // StoredType
    val xs: IntArray, // LengthMissing
    val byName: Map<String, Int>, // ComponentType
    val any: Any, // ComponentType
    @Bits(3) val half: Float, // BitsMisplaced
    @Atomic val count: Short, // AtomicType
    @Bits(0) val flags: Int, // BitsRange
    val plain: Ref<Ordinary>, // RefTarget
    @Length(2) val nested: Array<IntArray>, // ComponentType
    @param:Length(2) @field:Length(3) val twice: ByteArray, // TwoValues
)
data class Ordinary(val id: Int)
object WithoutStatic {
    fun encode(value: Ordinary) = value.id
    fun decode(id: Int) = Ordinary(id)
}
@Struct data class Coded(
    val total: java.math.BigDecimal, // ScaleMissing
    @StoredBy(WithoutStatic::class) val ordinary: Ordinary, // CodecMethod
    @Scale(2) val scaled: Double, // ScaleMisplaced
)
@Struct data class Generic<T>(val id: Int) // GenericStruct
@Struct data class Keyword(val id: Int, val `default`: Int) // KotlinName
@Struct data class Hiding(val `default`: Int) { val other = 3 } // KotlinName
@Struct @LayoutCheck(size = 4) data class Size(val id: Long) // LayoutSize
@Struct(union = true) data class Arms(
    val value: Float?,
    val bits: Int, // ArmType
    val text: Color, // ArmType
)
class Stray {
    @Length(3) val name: String = "" // warned of
}
@StructsFor(String::class) class Names // NotARecord
interface Other { @Struct @Code(1) data class Circle(val r: Int) : Other }
@Struct @Variants(Other.Circle::class) sealed interface Foreign // UnionVariant
