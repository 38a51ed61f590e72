package dev.ashlar.examples.kotlin

import dev.ashlar.alloc.LinkedListAllocator
import dev.ashlar.examples.places.Place
import dev.ashlar.memory.LinearMemory
import kotlin.system.exitProcess

private val NEW_YORK = Place(40.7128, -74.006)

/** The airports nearest to a place, latitude and longitude in degrees; without arguments, to New York. */
fun main(arguments: Array<String>) {
    val place = try {
        place(arguments)
    } catch (refused: IllegalArgumentException) {
        System.err.println("usage: kotlin [latitude longitude]: ${refused.message}")
        exitProcess(2)
    }
    LinearMemory.create(1).use { memory ->
        val allocator = LinkedListAllocator.over(memory)
        loadAirports(allocator).use { airports -> show(airports, place, allocator) }
        println("bytes in use: ${allocator.stats().usedByteSize()}")
    }
}

private fun place(arguments: Array<String>): Place = when (arguments.size) {
    0 -> NEW_YORK
    2 -> Place(arguments[0].toDouble(), arguments[1].toDouble())
    else -> throw IllegalArgumentException("got ${arguments.size} arguments")
}

private fun show(airports: AirportArray, place: Place, allocator: LinkedListAllocator) {
    println(AirportView.type().layoutTable())
    println("${airports.size()} airports off the Java heap, ${AirportView.BYTE_SIZE} bytes per row")

    println("the 10 nearest to ${place.latitude}, ${place.longitude}:")
    for ((airport, kilometres) in airports.nearest(place, 10)) {
        val (code, name, city, state) = airport
        println("%8.1f km  %-4s  %s, %s, %s".format(kilometres, code, name, city, state))
    }

    val latitudes = LatitudesView.allocate(allocator)
    airports.countInto(latitudes)
    println("by latitude:")
    latitudes.bands.forEachIndexed { band, count ->
        if (count > 0) println("%4d° to %3d°  %5d".format(band * 10 - 90, band * 10 - 80, count))
    }
    latitudes.free()
}
