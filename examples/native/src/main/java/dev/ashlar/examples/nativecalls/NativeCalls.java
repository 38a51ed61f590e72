package dev.ashlar.examples.nativecalls;

import dev.ashlar.alloc.Allocator;
import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.memory.LinearMemory;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Calls the C library with structs and holds each result against what Java knows. No header is parsed: the records are
 * the C structs, and {@code @LayoutCheck} has the compiler prove it.
 *
 * <p>Argument: a file to look at with {@code stat}; without one, the program {@code java}.
 */
final class NativeCalls {
    private static final int POINTS = 1_000;
    private static final int SHOWN = 3;
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    private final PrintStream out;
    private final Allocator allocator;

    private NativeCalls(PrintStream out, Allocator allocator) {
        this.out = out;
        this.allocator = allocator;
    }

    public static void main(String[] arguments) throws IOException {
        Path file =
                arguments.length > 0 ? Path.of(arguments[0]) : Path.of(System.getProperty("java.home"), "bin", "java");
        if (arguments.length > 1 || !Files.exists(file)) {
            System.err.println("usage: native [file]: " + List.of(arguments));
            System.exit(2);
        }
        try (LinearMemory memory = LinearMemory.create(1)) {
            NativeCalls calls = new NativeCalls(System.out, LinkedListAllocator.over(memory));
            calls.showClock();
            calls.showStat(file);
            calls.showSorting();
            calls.showDivision();
        }
    }

    private void showClock() {
        Instant before = Instant.now();
        Instant now = Clock.now(allocator);
        check(Duration.between(before, now).abs().compareTo(TOLERANCE) < 0, "clock_gettime", now, before);
        out.println("clock_gettime: " + now);
    }

    private void showStat(Path file) throws IOException {
        if (!FileStatuses.areKnownHere()) {
            out.println("stat: left out, its struct is that of Linux on x86-64");
            return;
        }
        FileStatus status = FileStatuses.of(file, allocator);
        check(status.size() == Files.size(file), "size", status.size(), Files.size(file));
        Object inode = Files.getAttribute(file, "unix:ino");
        check(inode.equals(status.inode()), "inode", status.inode(), inode);
        Instant modified = status.modified().toInstant();
        Instant expected = Files.getLastModifiedTime(file).toInstant();
        check(modified.equals(expected), "modified", modified, expected);
        out.printf("stat: %s has %d bytes, mode %o, modified %s%n", file, status.size(), status.mode(), modified);
    }

    private void showSorting() {
        Random random = new Random(1);
        List<Point> heap = new ArrayList<>();
        for (int count = 0; count < POINTS; count++) {
            heap.add(new Point(random.nextInt(-POINTS, POINTS), random.nextInt(-POINTS, POINTS)));
        }
        try (PointArray points = PointArray.copyOf(allocator, heap)) {
            Sorting.byDistance(points);
            heap.sort(Comparator.comparingLong(Point::squareOfDistance));
            for (int index = 0; index < POINTS; index++) {
                // Equal distances may stand in any order: qsort is not stable.
                long sorted = points.read(index).squareOfDistance();
                check(sorted == heap.get(index).squareOfDistance(), "qsort", points.read(index), heap.get(index));
            }
            out.println("qsort: of " + points.size() + " points the nearest are "
                    + points.stream().limit(SHOWN).map(PointView::read).toList());
        }
    }

    private void showDivision() {
        Quotient quotient = Division.of(-17, 5);
        check(quotient.equals(new Quotient(-17 / 5, -17 % 5)), "div", quotient, "-3, -2");
        out.println("div(-17, 5): " + quotient);
        LongQuotient large = Division.of(Long.MAX_VALUE, 1_000_000_007L);
        check(
                large.equals(new LongQuotient(Long.MAX_VALUE / 1_000_000_007L, Long.MAX_VALUE % 1_000_000_007L)),
                "ldiv",
                large,
                "what Java says");
        out.println("ldiv(Long.MAX_VALUE, 1000000007): " + large);
    }

    private static void check(boolean holds, String what, Object c, Object java) {
        if (!holds) {
            throw new IllegalStateException("C and Java disagree: what=" + what + " c=" + c + " java=" + java);
        }
    }
}
