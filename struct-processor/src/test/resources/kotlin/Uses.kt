package p

import dev.ashlar.memory.LinearMemory
import dev.ashlar.alloc.Allocator
import dev.ashlar.alloc.LinkedListAllocator
import dev.ashlar.processor.Snippet
import dev.ashlar.struct.*
import java.math.BigDecimal
import java.time.Instant
import java.time.LocalDate
import java.util.UUID
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy

private fun everything() = Everything(
    1, 2, 3, 4, 5f, 6.0, '7', true, 8, 4_294_967_295, Color.GREEN, "name", Point(1, 2),
    arrayOf(Point(3, 4), Point(5, 6)), Ref.none(), -4, 9, Shape.Rect(1.0, 2.0),
)

class Properties : Snippet {
    override fun run(allocator: Allocator) {
        val view = EverythingView.allocate(allocator, everything())
        view.i += 1
        view.d *= 2.0
        view.isOpen = !view.isOpen
        view.open++
        view.name = view.name.uppercase()
        view.color = Color.RED
        view.start.x += 10
        view.bits = 3
        view.count += 1
        assertThat(view.countGetAndAdd(5)).isEqualTo(10)
        assertThat(listOf(view.i, view.open, view.start.x, view.bits, view.count)).containsExactly(4, 9, 11, 3, 15)
        assertThat(view.isOpen).isFalse()
        assertThat(view.name + view.color).isEqualTo("NAMERED")
        assertThat(view.memory().loadI32(EverythingView.OFFSET_COLOR)).isEqualTo(10)
        assertThat(view.colorNumber).isEqualTo(10).isEqualTo(EverythingView.colorNumber(Color.RED))
        view.setI(1).setL(2).setName("chained")
        assertThat(view.name).isEqualTo("chained")
        // Arrays are equal only to themselves.
        val none = emptyArray<Point>()
        assertThat(view.read().copy(points = none)).isEqualTo(
            everything().copy(
                i = 1, l = 2, d = 12.0, isOpen = false, open = 9, name = "chained", color = Color.RED,
                start = Point(11, 2), bits = 3, count = 15, points = none,
            ),
        )
        assertThatThrownBy { view.unsigned = -1 }.hasMessageContaining("component=unsigned")
        assertThatThrownBy { view.write(everything().copy(name = "far too long")) }.hasMessageContaining("name")
        assertThat(view.toString()).startsWith("Everything[b=1, s=2, i=1,")
        assertThat(view).isEqualTo(EverythingView.allocate(allocator, view.read()))
    }
}

class Elements : Snippet {
    override fun run(allocator: Allocator) {
        val view = ArraysView.allocate(allocator)
        view.ints[0] += 7
        view.ints[2]--
        view.bytes[1] = 1
        view.shorts[1] = -2
        view.longs[1] += 1L shl 40
        view.floats[1] += 1.5f
        view.doubles[1] = 2.5
        view.chars[1] = 'x'
        view.flags[1] = true
        view.colors[1] = Color.GREEN
        view.colors[0] = Color.RED
        view.levels[1] = 255
        view.small[1] = 255
        view.letters[1] = 'ÿ'
        view.wide[1] = 4_294_967_295
        val read = view.read()
        assertThat(read.ints).containsExactly(7, 0, -1)
        assertThat(read.bytes).containsExactly(0, 1, 0)
        assertThat(read.shorts).containsExactly(0, -2, 0)
        assertThat(read.longs).containsExactly(0, 1L shl 40, 0)
        assertThat(read.floats).containsExactly(0f, 1.5f, 0f)
        assertThat(read.doubles).containsExactly(0.0, 2.5, 0.0)
        assertThat(read.chars).containsExactly('\u0000', 'x', '\u0000')
        assertThat(read.flags).containsExactly(false, true, false)
        assertThat(read.colors).containsExactly(Color.RED, Color.GREEN)
        assertThat(read.levels).containsExactly(0, 255, 0)
        assertThat(read.small).containsExactly(0, 255, 0)
        assertThat(read.letters).containsExactly('\u0000', 'ÿ', '\u0000')
        assertThat(read.wide).containsExactly(0, 4_294_967_295, 0)
        assertThat(view.ints.toArray()).isEqualTo(read.ints)
        assertThat(view.bytes.toArray()).isEqualTo(read.bytes)
        assertThat(view.shorts.toArray()).isEqualTo(read.shorts)
        assertThat(view.longs.toArray()).isEqualTo(read.longs)
        assertThat(view.floats.toArray()).isEqualTo(read.floats)
        assertThat(view.doubles.toArray()).isEqualTo(read.doubles)
        assertThat(view.chars.toArray()).isEqualTo(read.chars)
        assertThat(view.flags.toArray()).isEqualTo(read.flags)
        assertThat(view.colors.toList()).containsExactly(Color.RED, Color.GREEN)
        assertThat(view.levels.toArray()).isEqualTo(read.levels)
        assertThat(view.letters.toArray()).isEqualTo(read.letters)
        assertThat(view.wide.toArray()).isEqualTo(read.wide)
        assertThat(view.ints.sum() + view.ints.size()).isEqualTo(9)
        var sum = 0
        for (value in view.ints) sum += value
        assertThat(sum).isEqualTo(6)
        assertThat(view.ints.toString()).isEqualTo("[7, 0, -1]")
        assertThatThrownBy { view.ints[3] }.isInstanceOf(IndexOutOfBoundsException::class.java)
        assertThatThrownBy { view.ints[-1] = 1 }.isInstanceOf(IndexOutOfBoundsException::class.java)
        assertThatThrownBy { view.levels[1] = 256 }.hasMessageContaining("component=levels[1] value=256")
        assertThatThrownBy { view.ints.iterator().apply { repeat(4) { next() } } }
            .isInstanceOf(NoSuchElementException::class.java)
        view.free()
        assertThatThrownBy { view.ints[0] }.hasMessageContaining("freed")
    }
}

class BigEndianElements : Snippet {
    override fun run(allocator: Allocator) {
        val view = ForeignView.allocate(allocator)
        view.shorts[1] = 0x0102
        view.ints[1] = 0x01020304
        view.longs[1] = 0x0102030405060708
        view.floats[1] = 1.5f
        view.doubles[1] = 2.5
        view.chars[1] = 'x'
        view.colors[0] = Color.RED
        view.colors[1] = Color.GREEN
        assertThat(view.memory().loadU8(ForeignView.OFFSET_INTS + 4)).isEqualTo(1)
        val read = view.read()
        assertThat(read.shorts).containsExactly(0, 0x0102).isEqualTo(view.shorts.toArray())
        assertThat(read.ints).containsExactly(0, 0x01020304).isEqualTo(view.ints.toArray())
        assertThat(read.longs).containsExactly(0, 0x0102030405060708).isEqualTo(view.longs.toArray())
        assertThat(read.floats).containsExactly(0f, 1.5f).isEqualTo(view.floats.toArray())
        assertThat(read.doubles).containsExactly(0.0, 2.5).isEqualTo(view.doubles.toArray())
        assertThat(read.chars).containsExactly('\u0000', 'x').isEqualTo(view.chars.toArray())
        assertThat(view.colors.toList()).isEqualTo(read.colors.toList())
    }
}

class StructArrays : Snippet {
    override fun run(allocator: Allocator) {
        PointArray.copyOf(allocator, listOf(Point(1, 2), Point(3, 4))).use { points ->
            points[0].x += 10
            points[1] = Point(5, 6)
            points[0] = points[1]
            for (point in points) point.y *= 2
            assertThat(points.map { it.read() }).containsExactly(Point(5, 12), Point(5, 12))
            for ((index, point) in points.withIndex()) assertThat(point.x + index).isEqualTo(5 + index)
            assertThat(points.sumOf { it.y }).isEqualTo(24)
        }
        assertThat(allocator.stats().liveBlocks()).isZero()
        val view = EverythingView.allocate(allocator, everything())
        view.points[1].x = 50
        view.start = view.points[1]
        assertThat(view.read().start).isEqualTo(Point(50, 6))
        view.setStart(Point(7, 7))
        assertThat(view.read().start).isEqualTo(Point(7, 7))
    }
}

class Destructuring : Snippet {
    override fun run(allocator: Allocator) {
        val (x, y) = PointView.allocate(allocator, Point(1, 2))
        assertThat(x + y).isEqualTo(3)
        val all = ArraysView.allocate(allocator)
        val (bytes, _, ints) = all
        bytes[0] = 3
        ints[0] = 4
        assertThat(all.bytes[0] + all.ints[0]).isEqualTo(7)
    }
}

class Nullness : Snippet {
    override fun run(allocator: Allocator) {
        val view = EverythingView.allocate(allocator, everything())
        val none: EverythingView? = view.next
        assertThat(none).isNull()
        view.next = view
        assertThat(view.next?.i).isEqualTo(3)
        assertThat(view.nextChain.stream().limit(3).map { it.i }).containsExactly(3, 3, 3)
        view.next = null
        for (each in view.nextChain) assertThat(each.i).isEqualTo(3)
        assertThat(view.nextAddress).isZero()
        view.nextRef = Ref.to(view)
        assertThat(view.next!!.name.length).isEqualTo(4)
        val ref: Ref<Everything> = view.nextRef
        assertThat(ref.isNone).isFalse()
        val name: String = view.name
        val memory = view.memory()
        assertThat(name.length + memory.length()).isPositive()
        LinearMemory.create(1, 1).use {
            assertThat(LinkedListAllocator.over(it).tryAllocate(1_000_000)?.length()).isNull()
        }
    }
}

class Unions : Snippet {
    override fun run(allocator: Allocator) {
        val view = ShapeView.allocate(allocator, Shape.Circle(2.0))
        view.asCircle().radius += 1.0
        val area = when (val shape = view.read()) {
            is Shape.Circle -> shape.radius
            is Shape.Rect -> shape.width * shape.height
        }
        assertThat(area).isEqualTo(3.0)
        view.beRect().setWidth(2.0).height = 3.0
        assertThat(view.read()).isEqualTo(Shape.Rect(2.0, 3.0))
        val name = when (view.tag()) {
            ShapeView.Tag.CIRCLE -> "circle"
            ShapeView.Tag.RECT -> "rect"
        }
        assertThat(name).isEqualTo("rect")
        val everything = EverythingView.allocate(allocator, everything())
        assertThat(everything.shape.asRect().height).isEqualTo(2.0)
    }
}

class OddNames : Snippet {
    override fun run(allocator: Allocator) {
        val view = OddView.allocate(allocator, Odd())
        assertThat(view.read()).isEqualTo(Odd())
        view.url += 1
        view.memory += 1
        view.field += 1
        view.renamed += 1
        view.secret += 1
        view.isX += 1
        assertThat(view.read()).isEqualTo(Odd(URL = 6, memory = 8, field = 4, renamed = 5, secret = 3, isX = 7))
        assertThat(InternalView.allocate(allocator, Internal(3)).id).isEqualTo(3)
        assertThat(Outer_InnerView.allocate(allocator, Outer.Inner(3)).id).isEqualTo(3)
        val plain = PlainView.allocate(allocator, Plain(1, intArrayOf(2, 3)))
        assertThat(plain.id(7).id() + plain.xs(1)).isEqualTo(10)
        assertThat(UnannotatedView.allocate(allocator, Unannotated(4)).id).isEqualTo(4)
    }
}

class Tails : Snippet {
    override fun run(allocator: Allocator) {
        val log = StructLog.over(allocator.allocate(200), EntryView.type())
        log.append(Entry(1, "one"))
        log.append(Entry(2, "three"))
        for (entry in log) entry.time += 1
        assertThat(log.map { it.text + it.textLength + it.time }).containsExactly("one32", "three53")
        val entry = EntryView.Cursor.of(log)
        while (entry.advance()) entry.time += entry.textLength
        assertThat("${entry.view().text} ${entry.time}").isEqualTo("three 8")
        val samples = SamplesView.allocate(allocator, Samples(1, intArrayOf(1, 2, 3)))
        samples.values[1] += 40
        assertThat(samples.values.size() + samples.read().values[1]).isEqualTo(45)
        val counted = CountedView.allocate(allocator, Counted(3, 8, "key", intArrayOf(1, 2)))
        counted.values[1] += 40
        val (keyLength, byteLength, key) = counted
        assertThat("$keyLength $byteLength $key ${counted.valuesLength} ${counted.values.toArray()[1]}")
            .isEqualTo("3 8 key 2 42")
        assertThat(CountedView::class.java.methods.map { it.name }).doesNotContain("setKeyLength", "setByteLength")
    }
}

class Scopes : Snippet {
    override fun run(allocator: Allocator) {
        val sum = LinearMemory.create(1).use { memory ->
            val heap = LinkedListAllocator.over(memory)
            PointArray.allocate(heap, 10).use { points ->
                points.forEachIndexed { index, point -> point.x = index }
                points.stream().mapToInt { it.x }.sum() + points.asSequence().filter { it.x > 7 }.count()
            }
        }
        assertThat(sum).isEqualTo(47)
    }
}

class Empties : Snippet {
    override fun run(allocator: Allocator) {
        PointArray.allocate(allocator, 0).use { none ->
            assertThat(none.toList()).isEmpty()
            assertThat(none.sumOf { it.x }).isZero()
        }
        TradeColumns.copyOf(allocator, emptyList()).use { none -> assertThat(none.asSequence().count()).isZero() }
        TradeColumns.copyOf(allocator, TradeArray.copyOf(allocator, emptyList())).free()
        assertThat(allocator.stats().liveBlocks()).isZero()
        TradeList.copyOf(allocator, emptyList()).use { trades ->
            assertThat(trades.none()).isTrue()
            assertThat(allocator.stats().liveBlocks()).isZero()
            trades.add(trade(7))
            assertThat(trades.single().time).isEqualTo(7)
        }
        assertThat(allocator.stats().liveBlocks()).isZero()
    }
}

private fun trade(time: Long) = Trade(time, Point(1, 2), true, intArrayOf(3, 4), Color.GREEN, Ref.none())

class Columns : Snippet {
    override fun run(allocator: Allocator) {
        TradeColumns.copyOf(allocator, List(5) { trade(it.toLong()) }).use { trades ->
            for (row in trades) {
                row.time *= 10
                row.atX += row.index().toInt()
                row.isBuy = !row.isBuy
                row.xs[1] += 1
                row.color = Color.RED
                assertThat(row.colorNumber).isEqualTo(TradeColumns.colorNumber(Color.RED))
            }
            assertThat(trades.colorNumber(4)).isEqualTo(10)
            trades.atY(4, 20).isBuy(3, true)
            assertThat(trades.time(2) + trades.xs(2, 1) + trades.xs(2)[0]).isEqualTo(28)
            assertThat(trades.isBuy(3)).isTrue()
            val (time, atX, atY, isBuy, xs, color) = trades[4]
            assertThat("$time $atX $atY $isBuy ${xs.sum()} $color").isEqualTo("40 5 20 false 8 RED")
            assertThat(trades[1].next).isNull()
            assertThat(trades.fillTime(7).stream().mapToLong { it.time }.sum()).isEqualTo(35)
            trades[0] = trade(99)
            assertThat(trades.read(0).time).isEqualTo(99)
            val trade = trades.cursor()
            while (trade.advance()) trade.atX = 3 * trade.index().toInt()
            val kept: TradeColumns.Row = trade.moveTo(3).row()
            assertThat(trade.moveTo(2).atX + kept.atX).isEqualTo(15)
        }
    }
}

class Lists : Snippet {
    override fun run(allocator: Allocator) {
        TradeList.create(allocator).use { trades ->
            for (time in 20L downTo 1L) trades.add(trade(time))
            trades.add().time = 0
            trades.sortByLong { it.time }
            assertThat(trades.map { it.time }).isEqualTo((0L..20L).toList())
            assertThat(trades.binarySearchByLong(7) { it.time }).isEqualTo(7)
            trades[3].at.x += 4
            assertThat(trades.read(3).at).isEqualTo(Point(5, 2))
            trades.removeIf { it.time % 2 == 1L }
            assertThat(trades.size()).isEqualTo(11)
        }
    }
}

class Rings : Snippet {
    override fun run(allocator: Allocator) {
        SeatRing.create(allocator, 2).use { ring ->
            val slot = ring.cursor()
            for (level in 1..2) {
                assertThat(ring.claim(slot)).isTrue()
                slot.level = level
                slot.place.x = level * 10
                ring.publish(slot)
            }
            assertThat(ring.offer(Seat(3, Point(1, 2)))).isFalse()
            val seat = ring.cursor()
            var sum = 0
            while (ring.poll(seat)) sum += seat.level + seat.place.x
            assertThat(sum).isEqualTo(33)
            assertThat(ring.offer(Seat(3, Point(1, 2)))).isTrue()
            assertThat(ring.poll()?.place).isEqualTo(Point(1, 2))
            assertThat(ring.poll()).isNull()
        }
    }
}

class Maps : Snippet {
    override fun run(allocator: Allocator) {
        ShopMap.create(allocator).use { shops ->
            assertThat(shops.put(Shop("corner", Color.GREEN, true, Point(1, 2)))).isTrue()
            val corner = shops["corner", Color.GREEN, true] ?: error("no shop")
            corner.place.x += 4
            assertThat(shops["corner", Color.GREEN, false]).isNull()
            shops.getOrAdd("mall", Color.RED, false).setPlace(Point(3, 4))
            for (shop in shops) {
                val (name, color) = shop
                assertThat(color == Color.RED).isEqualTo(name == "mall")
            }
            assertThat(shops.map { it.read() }).containsExactlyInAnyOrder(
                Shop("corner", Color.GREEN, true, Point(5, 2)),
                Shop("mall", Color.RED, false, Point(3, 4)),
            )
            val shop = shops.cursor()
            var sum = 0
            while (shops.advance(shop)) sum += shop.place.x
            assertThat(sum).isEqualTo(8)
            assertThat(shops.remove("mall", Color.RED, false)).isTrue()
            assertThat(shops.size()).isEqualTo(1)
        }
        SeatMap.create(allocator).use { seats ->
            seats.getOrAdd(Point(1, 2)).level++
            assertThat(Point(1, 2) in seats).isTrue()
            assertThat(Point(2, 1) !in seats).isTrue()
            assertThat(seats[Point(1, 2)]?.level).isEqualTo(1)
        }
    }
}

class Codecs : Snippet {
    override fun run(allocator: Allocator) {
        val id = UUID.fromString("f81d4fae-7dec-11d0-a765-00a0c91e6bf6")
        val order = Order(
            id, Instant.EPOCH, BigDecimal("12.50"), Money(7), arrayOf(LocalDate.EPOCH, LocalDate.EPOCH),
            arrayOf(Money(1), Money(2)),
        )
        val view = OrderView.allocate(allocator, order)
        view.created = view.created.plusSeconds(1)
        view.createdNanos += 5
        view.total += BigDecimal("0.25")
        view.fee = Money(view.feeCents + 1)
        view.due[1] = view.due[0].plusDays(3)
        view.dueDays[0]--
        view.parts[0] = Money(9)
        assertThat(view.id).isEqualTo(id)
        assertThat(view.idBytes[0]).isEqualTo(0xf8.toByte())
        assertThat(view.created).isEqualTo(Instant.ofEpochSecond(1, 5))
        assertThat(view.totalUnscaled).isEqualTo(1275L)
        assertThat(view.fee).isEqualTo(Money(8))
        assertThat(view.due.toList()).containsExactly(LocalDate.EPOCH.minusDays(1), LocalDate.EPOCH.plusDays(3))
        assertThat(view.due.size()).isEqualTo(2)
        assertThat(view.parts.toString()).isEqualTo("[Money(cents=9), Money(cents=2)]")
        assertThat(view.component2()).isEqualTo(view.created)
        assertThat(view.read().copy(due = order.due, parts = order.parts))
            .isEqualTo(Order(id, view.created, BigDecimal("12.75"), Money(8), order.due, order.parts))
        assertThatThrownBy { view.fee = Money(-1) }.hasMessage(
            "value does not fit: struct=p.Order component=fee value=Money(cents=-1) storage=U32 codec=p.MoneyCodec:" +
                " a price is not negative",
        )
        assertThatThrownBy { view.parts[2] = Money(0) }.isInstanceOf(IndexOutOfBoundsException::class.java)
        val columns = OrderColumns.copyOf(allocator, listOf(order))
        val row = columns[0]
        row.parts[1] = Money(3)
        assertThat(row.parts.map { it.cents }).containsExactly(1L, 3L)
        assertThat(columns.fillCreatedNanos(3).created(0).nano).isEqualTo(3)
        val history = HistoryView.allocate(allocator, History(1, arrayOf(Instant.EPOCH)))
        history.stamps[0] = Instant.ofEpochSecond(2)
        assertThat(history.stampsNanos[0]).isEqualTo(2_000_000_000L)
        assertThat(history.stampsLength).isEqualTo(1)
    }
}

class Optionals : Snippet {
    override fun run(allocator: Allocator) {
        val none = Sample(1, null, null, null, null, null, null, null, null)
        val view = SampleView.allocate(allocator, none)
        assertThat(view.read()).isEqualTo(none)
        assertThat(view.memory().loadI32(SampleView.OFFSET_PARENT)).isEqualTo(-1)
        assertThat(view.hasLevel).isFalse()
        assertThat(view.levelOr(7)).isEqualTo(7)
        val level: Int? = view.levelOrNull
        assertThat(level).isNull()
        view.level = 3
        view.level += 2
        view.levelOrNull = view.levelOrNull?.plus(1)
        assertThat(view.levelOrNull).isEqualTo(6)
        view.levelOrNull = null
        assertThatThrownBy { view.level }.isInstanceOf(NoSuchElementException::class.java)
        view.isFinalOrNull = true
        assertThat(view.isFinal).isTrue()
        view.parent = 0
        assertThatThrownBy { view.parent = -1 }.isInstanceOf(IllegalArgumentException::class.java)
        view.color = Color.entries.last()
        view.unitOrNull = "kg"
        view.newAt().x = 4
        view.taken = Instant.EPOCH
        view.takenNanos += 5
        view.feeOrNull = Money(7)
        val all = Sample(
            1, null, true, 0, Color.entries.last(), "kg", Point(4, 0), Instant.ofEpochSecond(0, 5), Money(7),
        )
        assertThat(view.read()).isEqualTo(all)
        val (id, none2, isFinal, parent) = view
        val box: Int? = none2
        assertThat(listOf(id, box, isFinal, parent)).containsExactly(1, null, true, 0)
        view.atOrNull = null
        assertThat(view.atOrNull?.x).isNull()
        val columns = SampleColumns.copyOf(allocator, listOf(none, all))
        assertThat(columns[1].read()).isEqualTo(all)
        assertThat(columns.hasLevel(1)).isFalse()
        assertThat(columns[0].parentOrNull).isNull()
        columns[0].levelOrNull = 9
        assertThat(columns.level(0)).isEqualTo(9)
    }
}

class Overlaid : Snippet {
    override fun run(allocator: Allocator) {
        val view = FloatBitsView.allocate(allocator, FloatBits(1f, null, null))
        assertThat(view.bits).isEqualTo(0x3f800000)
        view.bits = 20
        assertThat(view.color).isEqualTo(Color.GREEN)
        assertThat(view.read()).isEqualTo(FloatBits(Float.fromBits(20), 20, Color.GREEN))
        view.value = 2f
        assertThat(view.read().color).isNull()
        assertThatThrownBy { view.write(FloatBits(2f, 3, null)) }.isInstanceOf(IllegalArgumentException::class.java)
        view.write(view.read())
        assertThat(view.value).isEqualTo(2f)
    }
}

class OptionalElements : Snippet {
    override fun run(allocator: Allocator) {
        val green = Color.entries.last()
        val gauge = Gauge(
            7, arrayOf(1, null, 3), arrayOf(null, 4), arrayOf(null, green), arrayOf(green, green),
            arrayOf(Point(1, 2), null), arrayOf(Instant.EPOCH, null), arrayOf(null, Money(5)),
        )
        val view = GaugeView.allocate(allocator, gauge)
        val read = view.read()
        val levels: Array<Int?> = read.levels
        assertThat(levels).containsExactly(1, null, 3)
        assertThat(read.parents).containsExactly(null, 4)
        assertThat(read.places).containsExactly(Point(1, 2), null)
        assertThat(read.taken).containsExactly(Instant.EPOCH, null)
        assertThat(read.fees).containsExactly(null, Money(5))
        assertThat(view.hasLevels(1)).isFalse()
        val none: Int? = view.levelsOrNull(1L)
        assertThat(none).isNull()
        assertThat(view.levelsOr(1, 9)).isEqualTo(9)
        assertThatThrownBy { view.levels(1) }.isInstanceOf(NoSuchElementException::class.java)
        view.levels(1, 2).clearLevels(0)
        val copy: Array<Int?> = view.levelsToArray()
        assertThat(copy).containsExactly(null, 2, 3)
        view.levelsFrom(arrayOf(null, null, 1))
        assertThat(view.levelsTo(arrayOfNulls(3))).containsExactly(null, null, 1)
        assertThatThrownBy { view.parents(0, -1) }.isInstanceOf(IllegalArgumentException::class.java)
        assertThat(view.memory().loadI32(GaugeView.OFFSET_PARENTS)).isEqualTo(-1)
        assertThat(view.colorsOrNull(0)?.name).isNull()
        view.allColors[0] = view.colors(1)
        view.newPlaces(1).y = 5
        assertThat(view.placesOrNull(1)?.y).isEqualTo(5)
        view.takenNanos(1, 8).clearTaken(0)
        assertThat(view.takenToArray()).containsExactly(null, Instant.ofEpochSecond(0, 8))
        view.fees(0, Money(6))
        assertThat(view.feesCentsOr(0, 1)).isEqualTo(6)
        val (station, destructured) = view
        val elements: Array<Int?> = destructured
        assertThat(station).isEqualTo(7)
        assertThat(elements).containsExactly(null, null, 1)
        val columns = GaugeColumns.copyOf(allocator, listOf(gauge, gauge))
        columns.clearLevels(0, 0).levels(0, 1, 8)
        assertThat(columns[0].levelsToArray()).containsExactly(null, 8, 3)
        assertThat(columns.levelsOrNull(1, 0)).isEqualTo(1)
        assertThat(columns[1].read().levels).containsExactly(1, null, 3)
        val tail = GaugeTailView.allocate(allocator, GaugeTail(1, arrayOf(null, 2)))
        assertThat(tail.levelsLength).isEqualTo(2)
        assertThat(tail.levelsOrNull(0)).isNull()
        assertThat(tail.read().levels).containsExactly(null, 2.toShort())
    }
}
