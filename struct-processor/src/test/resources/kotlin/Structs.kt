package p

import dev.ashlar.struct.*
import java.math.BigDecimal
import java.time.Instant
import java.time.LocalDate
import java.util.UUID

@Struct
data class Point(val x: Int, val y: Int)

enum class Color { @Code(10) RED, @Code(20) GREEN }

/** Every kind of component. */
@Struct
data class Everything(
    val b: Byte,
    val s: Short,
    val i: Int,
    val l: Long,
    val f: Float,
    val d: Double,
    val c: Char,
    val isOpen: Boolean,
    val open: Int,
    @Stored(StorageType.U32) val unsigned: Long,
    val color: Color,
    @Length(8) val name: String,
    val start: Point,
    @Length(2) val points: Array<Point>,
    val next: Ref<Everything>,
    @Bits(3) val bits: Int,
    @Atomic val count: Int,
    val shape: Shape,
)

/** An array of every type. */
@Struct
data class Arrays(
    @Length(3) val bytes: ByteArray,
    @Length(3) val shorts: ShortArray,
    @Length(3) val ints: IntArray,
    @Length(3) val longs: LongArray,
    @Length(3) val floats: FloatArray,
    @Length(3) val doubles: DoubleArray,
    @Length(3) val chars: CharArray,
    @Length(3) val flags: BooleanArray,
    @Length(2) val colors: Array<Color>,
    @Length(3) @Stored(StorageType.U8) val levels: ShortArray,
    @Length(3) @Stored(StorageType.U8) val small: IntArray,
    @Length(3) @Stored(StorageType.U8) val letters: CharArray,
    @Length(3) @Stored(StorageType.U32) val wide: LongArray,
)

@Struct(order = StructOrder.BIG_ENDIAN)
data class Foreign(
    @Length(2) val shorts: ShortArray,
    @Length(2) val ints: IntArray,
    @Length(2) val longs: LongArray,
    @Length(2) val floats: FloatArray,
    @Length(2) val doubles: DoubleArray,
    @Length(2) val chars: CharArray,
    @Length(2) val colors: Array<Color>,
)

@Struct
@Variants(Shape.Circle::class, Shape.Rect::class)
sealed interface Shape {
    @Struct
    @Code(1)
    data class Circle(val radius: Double) : Shape

    @Struct
    @Code(2)
    data class Rect(val width: Double, val height: Double) : Shape
}

/** Constructors besides the one that counts, properties that are no components, and names that are odd. */
@Struct
data class Odd @JvmOverloads constructor(
    var id: Int = 1,
    internal val secret: Long = 2,
    @JvmField val field: Int = 3,
    @get:JvmName("anything") val renamed: Int = 4,
    @get:Length(2) val onGetter: String = "a",
    @field:Length(2) val onField: String = "b",
    @param:Length(2) val onParameter: String = "c",
    val URL: Int = 5,
    val isX: Int = 6,
    val p1_2: Int = 0,
    val memory: Int = 7,

) {
    constructor(text: String) : this(text.length)

    val computed: Int get() = id + 1

    companion object {
        const val CONSTANT = 1
        val static = 2
    }
}

@Struct
internal data class Internal(val id: Int)

class Outer {
    @Struct
    data class Inner(val id: Int)
}

@Struct
data class Entry(val time: Long, @Tail val text: String)

@Struct
data class Counted(
    @U8 val keyLength: Short,
    val byteLength: Long,
    @Tail(count = "keyLength") val key: String,
    @Tail(count = "byteLength", unit = TailUnit.BYTES) val values: IntArray,
)

@Struct
data class Samples(val id: Int, @Tail val values: IntArray)

@Struct(accessors = StructAccessors.RECORD)
data class Plain(val id: Int, @Length(2) val xs: IntArray)

/** A class that nobody annotated. */
data class Unannotated(val id: Int)

@StructsFor(Unannotated::class)
class Names

@Struct(columns = true, list = true)
data class Trade(
    val time: Long,
    val at: Point,
    val isBuy: Boolean,
    @Length(2) val xs: IntArray,
    val color: Color,
    val next: Ref<Trade>,
)

@Struct(map = ["name", "color", "isOpen"])
data class Shop(@Length(12) val name: String, val color: Color, val isOpen: Boolean, val place: Point)

@Struct(map = ["place"], ring = true)
data class Seat(val level: Int, val place: Point)

data class Money(val cents: Long)

@StoredForm(name = "Cents")
object MoneyCodec {
    @JvmStatic
    fun encode(money: Money): Long {
        require(money.cents >= 0) { "a price is not negative" }
        return money.cents
    }

    @JvmStatic
    fun decode(cents: Long) = Money(cents)
}

/** Components that codecs store. */
@Struct(columns = true)
data class Order(
    val id: UUID,
    val created: Instant,
    @Scale(2) val total: BigDecimal,
    @StoredBy(MoneyCodec::class) @Stored(StorageType.U32) val fee: Money,
    @Length(2) val due: Array<LocalDate>,
    @StoredBy(MoneyCodec::class) @Length(2) val parts: Array<Money>,
)

@Struct
data class History(val id: Int, @Tail val stamps: Array<Instant>)

/** Components that may be absent. */
@Struct(columns = true)
data class Sample(
    val id: Int,
    val level: Int?,
    val isFinal: Boolean?,
    @Absent("-1") val parent: Int?,
    val color: Color?,
    @Length(4) val unit: String?,
    val at: Point?,
    val taken: Instant?,
    @StoredBy(MoneyCodec::class) val fee: Money?,
)

@Struct(union = true)
data class FloatBits(val value: Float?, val bits: Int?, val color: Color?)

/** Arrays of elements that may be absent, and one of the same class file type that are always there. */
@Struct(columns = true)
data class Gauge(
    val station: Int,
    @Length(3) val levels: Array<Int?>,
    @Length(2) @Absent("-1") val parents: Array<Int?>,
    @Length(2) val colors: Array<Color?>,
    @Length(2) val allColors: Array<Color>,
    @Length(2) val places: Array<Point?>,
    @Length(2) val taken: Array<Instant?>,
    @StoredBy(MoneyCodec::class) @Length(2) val fees: Array<Money?>,
)

@Struct
data class GaugeTail(val id: Int, @Tail @Absent("-1") val levels: Array<Short?>)
