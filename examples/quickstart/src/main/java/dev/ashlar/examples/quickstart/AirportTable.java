package dev.ashlar.examples.quickstart;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.ashlar.alloc.Allocator;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;

/** The airports, off the Java heap: loaded from the bundled CSV file, and searched in place. */
record AirportTable(AirportArray airports) implements AutoCloseable {
    private static final String FILE = "airports.csv";

    /** An airport and how far away it is. */
    record Neighbour(AirportView airport, double kilometres) {}

    /** Reads the file twice, once to count the rows and once to store them, so that no row is kept on the heap. */
    static AirportTable load(Allocator allocator) throws IOException {
        long rows;
        try (CsvReader<NamedCsvRecord> csv = open()) {
            rows = csv.stream().count();
        }
        AirportArray airports = AirportArray.allocate(allocator, rows);
        try (CsvReader<NamedCsvRecord> csv = open()) {
            long index = 0;
            for (NamedCsvRecord row : csv) {
                store(row, airports.get(index++));
            }
            return new AirportTable(airports);
        } catch (IOException | RuntimeException failure) {
            airports.free();
            throw failure;
        }
    }

    private static CsvReader<NamedCsvRecord> open() {
        InputStream file = Objects.requireNonNull(AirportTable.class.getResourceAsStream(FILE), FILE);
        return CsvReader.builder().ofNamedCsvRecord(file);
    }

    private static void store(NamedCsvRecord row, AirportView airport) throws IOException {
        try {
            airport.code(row.getField("iata"))
                    .name(row.getField("name"))
                    .city(row.getField("city"))
                    .state(row.getField("state"))
                    .country(row.getField("country"))
                    .latitude(Double.parseDouble(row.getField("latitude")))
                    .longitude(Double.parseDouble(row.getField("longitude")));
        } catch (IllegalArgumentException refused) {
            throw new IOException(
                    FILE + ", line " + row.getStartingLineNumber() + ": " + refused.getMessage(), refused);
        }
    }

    /** The {@code count} airports nearest to {@code place}, nearest first: one pass over the array. */
    List<Neighbour> nearest(Place place, int count) {
        Comparator<Neighbour> byDistance = Comparator.comparingDouble(Neighbour::kilometres);
        PriorityQueue<Neighbour> nearest = new PriorityQueue<>(byDistance.reversed());
        for (AirportView airport : airports) {
            double kilometres = place.kilometresTo(airport.latitude(), airport.longitude());
            if (nearest.size() < count) {
                nearest.add(new Neighbour(airport, kilometres));
            } else if (!nearest.isEmpty() && kilometres < nearest.element().kilometres()) {
                nearest.remove();
                nearest.add(new Neighbour(airport, kilometres));
            }
        }
        return nearest.stream().sorted(byDistance).toList();
    }

    @Override
    public void close() {
        airports.close();
    }
}
