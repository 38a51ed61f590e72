package dev.ashlar.examples.kotlin

import de.siegmar.fastcsv.reader.CsvReader
import de.siegmar.fastcsv.reader.NamedCsvRecord
import dev.ashlar.alloc.Allocator
import dev.ashlar.examples.places.Place
import java.io.IOException

private const val FILE = "/dev/ashlar/examples/quickstart/airports.csv"

/** An airport and how far away it is. */
data class Neighbour(val airport: AirportView, val kilometres: Double)

/** Reads the bundled file twice, once to count its rows and once to store them, so that no row stays on the heap. */
fun loadAirports(allocator: Allocator): AirportArray {
    val rows = rows { it.count() }
    val airports = AirportArray.allocate(allocator, rows.toLong())
    try {
        rows { csv -> csv.forEachIndexed { index, row -> airports[index].store(row) } }
    } catch (failure: IllegalArgumentException) {
        airports.free()
        throw IOException("$FILE: ${failure.message}", failure)
    }
    return airports
}

private fun <T> rows(use: (Iterable<NamedCsvRecord>) -> T): T {
    val file = checkNotNull(Airport::class.java.getResourceAsStream(FILE)) { FILE }
    return CsvReader.builder().ofNamedCsvRecord(file).use(use)
}

private fun AirportView.store(row: NamedCsvRecord) {
    code = row.getField("iata")
    name = row.getField("name")
    city = row.getField("city")
    state = row.getField("state")
    country = row.getField("country")
    place.latitude = row.getField("latitude").toDouble()
    place.longitude = row.getField("longitude").toDouble()
}

/** The [count] airports nearest to [place], nearest first. */
fun AirportArray.nearest(place: Place, count: Int): List<Neighbour> =
    asSequence()
        .map { Neighbour(it, place.kilometresTo(it.place.latitude, it.place.longitude)) }
        .sortedBy { it.kilometres }
        .take(count)
        .toList()

/** Counts airports by latitude, in memory. */
fun AirportArray.countInto(latitudes: LatitudesView) {
    for (airport in this) {
        val band = ((airport.place.latitude + 90) / 10).toInt().coerceAtMost(17)
        latitudes.bands[band] += 1
    }
}
