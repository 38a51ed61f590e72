package up

import dev.ashlar.struct.*

@JvmRecord
data class Station(val id: Int, @Length(4) val code: String, @Stored(StorageType.U8) val level: Int, val place: Place)

@JvmRecord
data class Place(val latitude: Double, @field:Length(2) val xs: IntArray)

data class Ordinary(val id: Int, @Length(4) val code: String, val isOpen: Boolean)

data class Gauge(@Length(3) val levels: Array<Int?>)

@JvmRecord
data class GaugeRecord(@field:Length(3) val levels: Array<Int?>, val id: Int)

sealed interface Signal {
    @Code(5) @JvmRecord data class Stop(val reason: Int) : Signal
    @Code(6) data class Go(val speed: Int) : Signal
}

data class Bad(val id: UInt, val xs: IntArray?)
