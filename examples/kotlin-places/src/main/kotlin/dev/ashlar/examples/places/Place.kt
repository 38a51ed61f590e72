package dev.ashlar.examples.places

import kotlin.math.asin
import kotlin.math.cos
import kotlin.math.min
import kotlin.math.pow
import kotlin.math.sin
import kotlin.math.sqrt

/** The mean radius of the Earth (IUGG). */
private const val EARTH_RADIUS_KM = 6371.0088

/**
 * A point on the globe, in degrees: north and east are positive.
 *
 * This library knows nothing of Ashlar, and the compiler of Kotlin shows no `@JvmRecord` to annotation processors.
 */
@JvmRecord
data class Place(val latitude: Double, val longitude: Double) {
    init {
        require(latitude in -90.0..90.0) { "latitude must lie between -90 and 90: latitude=$latitude" }
        require(longitude in -180.0..180.0) { "longitude must lie between -180 and 180: longitude=$longitude" }
    }

    /** Distance along the surface by the haversine formula, which is exact enough for small distances too. */
    fun kilometresTo(otherLatitude: Double, otherLongitude: Double): Double {
        val north = Math.toRadians(otherLatitude - latitude) / 2
        val east = Math.toRadians(otherLongitude - longitude) / 2
        val haversine = sin(north).pow(2) +
            cos(Math.toRadians(latitude)) * cos(Math.toRadians(otherLatitude)) * sin(east).pow(2)
        return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(haversine)))
    }
}
