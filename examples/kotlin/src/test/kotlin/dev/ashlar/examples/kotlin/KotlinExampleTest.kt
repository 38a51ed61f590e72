package dev.ashlar.examples.kotlin

import dev.ashlar.alloc.LinkedListAllocator
import dev.ashlar.examples.places.Place
import dev.ashlar.memory.LinearMemory
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.junit.jupiter.api.Test
import java.util.concurrent.TimeUnit

class KotlinExampleTest {
    private class Run(val exit: Int, val out: String, val err: String)

    /** The program as its user runs it, in a JVM of its own without flags. */
    private fun run(vararg arguments: String): Run {
        val java = ProcessHandle.current().info().command().orElseThrow()
        val command = listOf(java, "-cp", System.getProperty("java.class.path"), "dev.ashlar.examples.kotlin.MainKt")
        val process = ProcessBuilder(command + arguments).redirectError(ProcessBuilder.Redirect.PIPE).start()
        val err = process.errorReader().readText()
        val out = process.inputReader().readText()
        check(process.waitFor(60, TimeUnit.SECONDS))
        return Run(process.exitValue(), out, err)
    }

    private fun <T> airports(use: (AirportArray, LinkedListAllocator) -> T): T =
        LinearMemory.create(1).use { memory ->
            val allocator = LinkedListAllocator.over(memory)
            loadAirports(allocator).use { use(it, allocator) }
        }

    @Test
    fun program_withoutArguments_doesAllItShows() {
        val run = run()
        assertThat(run.err).isEmpty()
        assertThat(run.exit).isZero()
        assertThat(run.out)
            .contains("dev.ashlar.examples.kotlin.Airport: 144 bytes")
            .contains("3376 airports off the Java heap, 144 bytes per row")
            .contains("bytes in use: 0")
        assertThat(run.out.lines().filter { " km  " in it }).hasSize(10)
    }

    @Test
    fun program_atAPlace_findsTheNearestAirportFirst() {
        val nearest = run("47.449", "-122.309").out.lines().first { " km  " in it }
        assertThat(nearest).contains("SEA", "Seattle-Tacoma Intl")
    }

    @Test
    fun program_withAWrongPlace_saysHowToUseIt() {
        val run = run("north")
        assertThat(run.exit).isEqualTo(2)
        assertThat(run.err).startsWith("usage: kotlin [latitude longitude]: got 1 arguments")
    }

    @Test
    fun latitudes_areCountedInMemory() = airports { airports, allocator ->
        val latitudes = LatitudesView.allocate(allocator)
        airports.countInto(latitudes)
        assertThat(latitudes.bands.sum()).isEqualTo(3376)
        assertThat(latitudes.bands[13]).isEqualTo(airports.count { it.place.latitude >= 40 && it.place.latitude < 50 })
        latitudes.free()
    }

    @Test
    fun place_ofAnotherModule_isReadAndWrittenInPlace() = airports { airports, _ ->
        val place = airports[0].place
        place.latitude += 1.0
        assertThat(airports[0].place.read()).isEqualTo(Place(place.latitude, place.longitude))
        place.latitude = 100.0
        assertThatThrownBy { airports[0].read() }.hasMessageContaining("latitude=100.0")
        Unit
    }
}
