package people;

import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.memory.LinearMemory;

class Main {
    public static void main(String[] args) {
        try (LinearMemory memory = LinearMemory.create(1)) {
            PersonArray people = PersonArray.allocate(LinkedListAllocator.over(memory), 1_000_000);
            for (int i = 0; i < people.size(); i++) {
                people.set(i, new Person(i, 150 + i % 50, 20 + i % 40));
            }
            double sum = 0;
            for (PersonView person : people) {
                sum += person.height();
            }
            System.out.println("mean height: " + sum / people.size());
            people.free();
        }
    }
}
