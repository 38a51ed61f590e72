package dev.ashlar.examples.quickstart;

import dev.ashlar.alloc.Allocator;
import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.memory.LinearMemory;
import java.io.IOException;
import java.io.PrintStream;

/**
 * One struct from annotation to memory and back, then real data: the airports nearest to a place.
 *
 * <p>Arguments: latitude and longitude in degrees; without them, New York.
 */
final class Quickstart {
    private static final Place NEW_YORK = new Place(40.7128, -74.006);
    private static final int NEAREST = 10;

    private final PrintStream out;

    private Quickstart(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        Place place;
        try {
            place = place(arguments);
        } catch (IllegalArgumentException refused) {
            System.err.println("usage: quickstart [latitude longitude]: " + refused.getMessage());
            System.exit(2);
            return;
        }
        new Quickstart(System.out).run(place);
    }

    private static Place place(String[] arguments) {
        return switch (arguments.length) {
            case 0 -> NEW_YORK;
            case 2 -> new Place(Double.parseDouble(arguments[0]), Double.parseDouble(arguments[1]));
            default -> throw new IllegalArgumentException("got " + arguments.length + " arguments");
        };
    }

    private void run(Place place) throws IOException {
        try (LinearMemory memory = LinearMemory.create(1)) {
            LinkedListAllocator allocator = LinkedListAllocator.over(memory);
            showPerson(allocator);
            showAirports(allocator, place);
            showStats(allocator);
        }
    }

    private void showPerson(Allocator allocator) {
        out.println(PersonView.type().layoutTable());
        out.println("sizeof(Person) = " + PersonView.BYTE_SIZE);

        PersonView person = PersonView.allocate(allocator);
        person.id(12345).height(175.5).age(25);
        out.println("written and read back: " + person.read());
        person.free();
        out.println("after free: " + person);
        out.println();
    }

    private void showAirports(Allocator allocator, Place place) throws IOException {
        try (AirportTable table = AirportTable.load(allocator)) {
            AirportArray airports = table.airports();
            out.printf("%d airports off the Java heap, %d bytes per row%n", airports.size(), AirportView.BYTE_SIZE);
            out.printf("the %d nearest to %s, %s:%n", NEAREST, place.latitude(), place.longitude());
            for (AirportTable.Neighbour neighbour : table.nearest(place, NEAREST)) {
                AirportView airport = neighbour.airport();
                out.printf(
                        "%8.1f km  %-4s  %s, %s, %s%n",
                        neighbour.kilometres(), airport.code(), airport.name(), airport.city(), airport.state());
            }
            out.println();
        }
    }

    private void showStats(Allocator allocator) {
        out.println("at the end: " + allocator.stats());
        out.println("bytes in use: " + allocator.stats().usedByteSize());
    }
}
