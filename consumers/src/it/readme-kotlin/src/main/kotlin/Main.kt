package people

import dev.ashlar.alloc.LinkedListAllocator
import dev.ashlar.memory.LinearMemory
import dev.ashlar.struct.Struct

@Struct
data class Person(val id: Int, val height: Double, val age: Int)

fun main() {
    LinearMemory.create(1).use { memory ->
        val people = PersonArray.allocate(LinkedListAllocator.over(memory), 1_000_000)
        for (i in 0 until people.size()) {
            people[i] = Person(i.toInt(), 150.0 + i % 50, (20 + i % 40).toInt())
        }
        var sum = 0.0
        for (person in people) {
            sum += person.height
        }
        println("mean height: ${sum / people.size()}")
        people.free()
    }
}
