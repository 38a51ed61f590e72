package dev.ashlar.examples.kotlin

import dev.ashlar.examples.places.Place
import dev.ashlar.struct.LayoutCheck
import dev.ashlar.struct.Length
import dev.ashlar.struct.Struct
import dev.ashlar.struct.StructsFor

/** One row of airports.csv; the lengths are in bytes of UTF-8. [Place] is a class of another module, named here. */
@Struct
@StructsFor(Place::class)
@LayoutCheck(size = 144)
data class Airport(
    @Length(4) val code: String,
    @Length(48) val name: String,
    @Length(40) val city: String,
    @Length(2) val state: String,
    @Length(32) val country: String,
    val place: Place,
)

/** How many airports lie in each band of ten degrees of latitude, from the south pole. */
@Struct
data class Latitudes(@Length(18) val bands: IntArray)
