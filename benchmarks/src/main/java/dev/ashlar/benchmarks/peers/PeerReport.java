package dev.ashlar.benchmarks.peers;

import dev.ashlar.benchmarks.Ratios;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Prints how views compare with other ways to keep structs: in time, in garbage, in what they need and in what they catch.
 *
 * <p>The system properties {@code works} and {@code peers}, regular expressions for the names of benchmark methods and of
 * {@link PeerKind}s, restrict it. The baseline is never left out.
 */
final class PeerReport {
    private static final PeerKind BASELINE = PeerKind.SEGMENT;

    private PeerReport() {}

    public static void main(String[] arguments) throws RunnerException, IOException, InterruptedException {
        Pattern wanted = Pattern.compile(System.getProperty("peers", ".*"));
        List<PeerKind> peers = Arrays.stream(PeerKind.values())
                .filter(kind -> kind == BASELINE || wanted.matcher(kind.name()).matches())
                .toList();
        // First, because it fails within seconds if a peer does not work.
        List<PeerFacts> facts = new ArrayList<>();
        for (PeerKind kind : peers) {
            facts.add(PeerFacts.of(kind));
        }
        Map<String, List<String>> flags = new LinkedHashMap<>();
        peers.forEach(kind -> flags.put(kind.name(), kind.flags()));
        Ratios ratios = new Ratios(PeerAccess.class, BASELINE.name())
                .withFlags(flags)
                .only(System.getProperty("works", ".*"))
                .run();
        System.out.printf("%nJDK %s, minimum of all iterations%n%n", Runtime.version());
        print("time, as a ratio to the first line", peers, ratios, (work, peer) -> cell(ratios, work, peer));
        print(
                "bytes on the Java heap for each step",
                peers,
                ratios,
                (work, peer) -> String.format(Locale.ROOT, "%.0f", ratios.allocated(work, peer)));
        PeerFacts.print(facts, System.out);
    }

    private static String cell(Ratios ratios, String work, String peer) {
        return peer.equals(BASELINE.name())
                ? String.format(Locale.ROOT, "%.2f ns", ratios.time(work, peer))
                : String.format(Locale.ROOT, "%.2f", ratios.ratio(work, peer));
    }

    private static void print(
            String title, List<PeerKind> peers, Ratios ratios, BiFunction<String, String, String> cell) {
        PrintStream out = System.out;
        List<String> works = ratios.works();
        out.printf("| %s | %s |%n", title, String.join(" | ", works));
        out.printf("| ---%s |%n", " | ---".repeat(works.size()));
        for (PeerKind peer : peers) {
            List<String> cells =
                    works.stream().map(work -> cell.apply(work, peer.name())).toList();
            out.printf("| %s | %s |%n", peer.title(), String.join(" | ", cells));
        }
        out.println();
    }
}
