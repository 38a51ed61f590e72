package dev.ashlar.benchmarks;

import java.io.PrintStream;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs benchmark classes, whose peers are named by the methods, {@code work_peer}, or by the parameter {@code peer}, in several rounds of one fork each, so that the peers'
 * forks interleave, and prints the minimum of all iterations as a ratio to the peer that is the baseline.
 *
 * <p>The minimum, because on a shared machine everything else only adds time.
 */
public final class Ratios {
    private static final String PEER = "peer";

    private final List<Class<?>> benchmarks;
    private final String baseline;
    private final String[] jvmFlags;
    private final Map<String, String[]> parameters = new LinkedHashMap<>();
    private final Map<String, List<String>> flagsOfPeers = new LinkedHashMap<>();
    private Pattern wanted = Pattern.compile(".*");
    private final SortedMap<String, Map<String, Measured>> works = new TreeMap<>();

    public Ratios(Class<?> benchmarks, String baseline, String... jvmFlags) {
        this(List.of(benchmarks), baseline, jvmFlags);
    }

    /** Runs several benchmark classes, no two of which have a work in common. */
    public Ratios(List<Class<?>> benchmarks, String baseline, String... jvmFlags) {
        this.benchmarks = benchmarks;
        this.baseline = baseline;
        this.jvmFlags = jvmFlags;
    }

    /** Lets a parameter of the benchmark take these values instead of its own. */
    Ratios with(String parameter, String... values) {
        parameters.put(parameter, values);
        return this;
    }

    /**
     * Lets the parameter {@code peer} take these values, each in JVMs with flags of its own. The forks of all peers at one work
     * then follow each other.
     */
    public Ratios withFlags(Map<String, List<String>> flags) {
        flagsOfPeers.putAll(flags);
        return this;
    }

    /** Restricts the run to benchmark methods whose names match. */
    public Ratios only(String names) {
        wanted = Pattern.compile(names);
        return this;
    }

    /** Runs as many rounds as the system property {@code rounds} says, or 3. */
    public Ratios run() throws RunnerException {
        int rounds = Integer.getInteger("rounds", 3);
        for (int round = 1; round <= rounds; round++) {
            System.err.printf("%s: round %d of %d%n", names(), round, rounds);
            if (flagsOfPeers.isEmpty()) {
                add(run(wanted.pattern(), options -> {}));
            } else {
                runPeersByWork();
            }
        }
        return this;
    }

    private void runPeersByWork() throws RunnerException {
        List<String> methods = benchmarks.stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Benchmark.class))
                .map(Method::getName)
                .filter(name -> wanted.matcher(name).matches())
                .sorted()
                .toList();
        for (String method : methods) {
            System.err.println(method);
            for (Map.Entry<String, List<String>> peer : flagsOfPeers.entrySet()) {
                String[] flags = Stream.concat(Arrays.stream(jvmFlags), peer.getValue().stream())
                        .toArray(String[]::new);
                add(run(method, options -> options.param(PEER, peer.getKey()).jvmArgsAppend(flags)));
            }
        }
    }

    private Collection<RunResult> run(String methods, Consumer<ChainedOptionsBuilder> more) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("\\.(" + names() + ")\\.(" + methods + ")$")
                .forks(1)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .addProfiler(GCProfiler.class)
                .jvmArgsAppend(jvmFlags);
        parameters.forEach(options::param);
        more.accept(options);
        return new Runner(options.build()).run();
    }

    private String names() {
        return benchmarks.stream().map(Class::getSimpleName).collect(Collectors.joining("|"));
    }

    private void add(Collection<RunResult> results) {
        for (RunResult result : results) {
            String method = result.getParams().getBenchmark();
            String[] workAndPeer = method.substring(method.lastIndexOf('.') + 1).split("_", 2);
            StringBuilder work = new StringBuilder(workAndPeer[0]);
            for (String key : result.getParams().getParamsKeys()) {
                if (!key.equals(PEER)) {
                    work.append(' ')
                            .append(key)
                            .append('=')
                            .append(result.getParams().getParam(key));
                }
            }
            String peer = workAndPeer.length == 2
                    ? workAndPeer[1]
                    : result.getParams().getParam(PEER);
            Measured measured = works.computeIfAbsent(work.toString(), name -> new LinkedHashMap<>())
                    .computeIfAbsent(peer, name -> new Measured());
            for (BenchmarkResult fork : result.getBenchmarkResults()) {
                fork.getIterationResults().forEach(measured::add);
            }
        }
    }

    /** Prints a Markdown table: time of the baseline, then each peer's ratio to it and what it allocates. */
    void print(PrintStream out) {
        out.printf("%n%s, JDK %s, minimum of all iterations%n%n", names(), Runtime.version());
        out.println("| work | peer | time | ratio to " + baseline + " | bytes allocated per operation |");
        out.println("| --- | --- | --- | --- | --- |");
        works.forEach((work, peers) -> peers.forEach((peer, measured) -> out.printf(
                Locale.ROOT,
                "| %s | %s | %.3f %s | %.2f | %.0f |%n",
                work,
                peer,
                measured.time.getMin(),
                measured.unit,
                measured.time.getMin() / measuredBaseline(peers).time.getMin(),
                measured.allocated.getMin())));
    }

    /** Returns the names of all works, sorted. */
    public List<String> works() {
        return List.copyOf(works.keySet());
    }

    /** Returns the time that a peer took for a work, in the unit of the benchmark. */
    public double time(String work, String peer) {
        return measured(work, peer).time.getMin();
    }

    /** Returns the time that a peer took for a work, divided by that of the baseline. */
    public double ratio(String work, String peer) {
        return time(work, peer) / time(work, baseline);
    }

    /** Returns how many bytes a peer allocated on the Java heap for each operation. */
    public double allocated(String work, String peer) {
        return measured(work, peer).allocated.getMin();
    }

    private Measured measured(String work, String peer) {
        Measured measured = works.getOrDefault(work, Map.of()).get(peer);
        if (measured == null) {
            throw new IllegalStateException("not measured: work=" + work + " peer=" + peer);
        }
        return measured;
    }

    /**
     * Prints a Markdown table with a row for each work: time of the baseline, then for each of {@code peers} the ratio to it and
     * what it allocates; {@code n/a} where a work has no such peer.
     */
    public void printWorks(PrintStream out, String... peers) {
        out.printf("%nJDK %s, minimum of all iterations%n%n", Runtime.version());
        out.println("| work | " + baseline + " | bytes | " + String.join(" | bytes | ", peers) + " | bytes |");
        out.println("| --- | --- | --- |" + " --- | --- |".repeat(peers.length));
        works.forEach((work, measured) -> {
            Measured compared = measuredBaseline(measured);
            out.printf(
                    Locale.ROOT,
                    "| %s | %.2f %s | %.1f |",
                    work,
                    compared.time.getMin(),
                    compared.unit,
                    compared.allocated.getMin());
            for (String peer : peers) {
                Measured other = measured.get(peer);
                out.print(other == null ? " n/a | n/a |" : other.besides(compared));
            }
            out.println();
        });
    }

    private Measured measuredBaseline(Map<String, Measured> peers) {
        Measured measured = peers.get(baseline);
        if (measured == null) {
            throw new IllegalStateException(
                    "no baseline among the peers: baseline=" + baseline + " peers=" + peers.keySet());
        }
        return measured;
    }

    /** All iterations of one peer at one work. */
    private static final class Measured {
        private final DoubleSummaryStatistics time = new DoubleSummaryStatistics();
        private final DoubleSummaryStatistics allocated = new DoubleSummaryStatistics();
        private String unit = "";

        private String besides(Measured compared) {
            return String.format(
                    Locale.ROOT, " %.2f | %.1f |", time.getMin() / compared.time.getMin(), allocated.getMin());
        }

        private void add(IterationResult iteration) {
            time.accept(iteration.getPrimaryResult().getScore());
            unit = iteration.getPrimaryResult().getScoreUnit();
            Result<?> allocation = iteration.getSecondaryResults().get("gc.alloc.rate.norm");
            allocated.accept(allocation == null ? 0 : allocation.getScore());
        }
    }
}
