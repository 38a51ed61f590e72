package dev.ashlar.benchmarks.peers;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a peer asks of its user, found out by running a {@link PeerProbe} with its flags alone, and by counting the lines of
 * its struct.
 *
 * @param warnings the first line of each of the JVM's warnings
 * @param index whether a person by an index after the last is refused: {@code yes}, {@code no}, or {@code crash}
 * @param wide whether a wide struct far outside the memory is refused
 * @param freed whether an access to a person in freed memory is refused
 * @param lines the lines of the classes for a {@code Person}, without blank ones, comments and imports
 */
record PeerFacts(PeerKind kind, List<String> warnings, String index, String wide, String freed, long lines) {
    private static final int MISTAKES = 3;

    static PeerFacts of(PeerKind kind) throws IOException, InterruptedException {
        Path warnings = Files.createTempFile("peer", ".err");
        try {
            List<String> answers = probe(kind, warnings);
            return new PeerFacts(
                    kind,
                    Files.readAllLines(warnings).stream()
                            .filter(PeerFacts::isWarning)
                            .toList(),
                    answers.get(0),
                    answers.get(1),
                    kind == PeerKind.RECORDS ? "is never freed" : answers.get(2),
                    countLines(kind.sources()));
        } finally {
            Files.delete(warnings);
        }
    }

    /** Returns an answer for each mistake; those after a crash of the JVM are crashes too. */
    private static List<String> probe(PeerKind kind, Path warnings) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(kind.flags());
        // A crash is one of the answers, and nobody wants to read more of it.
        command.addAll(List.of("-XX:ErrorFile=/dev/null", "-XX:-CreateCoredumpOnCrash"));
        command.addAll(List.of("-classpath", System.getProperty("java.class.path")));
        command.addAll(List.of(PeerProbe.class.getName(), kind.name()));
        Process probe =
                new ProcessBuilder(command).redirectError(warnings.toFile()).start();
        List<String> said = new String(probe.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        int status = probe.waitFor();
        boolean crashed = said.stream().anyMatch(line -> line.contains("A fatal error has been detected"));
        List<String> answers = new ArrayList<>(said.stream()
                .filter(line -> line.equals("yes") || line.equals("no"))
                .toList());
        if (!said.contains("works") || (status != 0 && !crashed)) {
            throw new IllegalStateException(
                    "a peer does not work: kind=" + kind + " because=" + Files.readString(warnings));
        }
        while (answers.size() < MISTAKES) {
            answers.add("crash");
        }
        return answers;
    }

    /** The JVM adds to each warning who caused it and what is to be done. */
    private static boolean isWarning(String line) {
        return line.startsWith("WARNING: ")
                && !line.contains(" has been called by ")
                && !line.contains(" will be removed in a future release")
                && !line.startsWith("WARNING: Please consider reporting")
                && !line.startsWith("WARNING: Use --enable-native-access")
                && !line.startsWith("WARNING: Restricted methods will be");
    }

    private static long countLines(List<String> sources) throws IOException {
        long lines = 0;
        for (String source : sources) {
            Path file = Path.of("src/main/java/dev/ashlar/benchmarks/peers/structs", source + ".java");
            lines += Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty()
                            && !line.startsWith("package ")
                            && !line.startsWith("import ")
                            && !line.startsWith("/*")
                            && !line.startsWith("*")
                            && !line.startsWith("//")
                            && !line.startsWith("@SuppressWarnings"))
                    .count();
        }
        return lines;
    }

    static void print(List<PeerFacts> all, PrintStream out) {
        out.println("| peer | flags needed | warnings | bounds: by index | bounds: by position | use after free |"
                + " lines for a struct of 3 |");
        out.println("| --- | --- | --- | --- | --- | --- | --- |");
        for (PeerFacts facts : all) {
            out.printf(
                    "| %s | %s | %s | %s | %s | %s | %d, %s |%n",
                    facts.kind.title(),
                    facts.kind.flags().isEmpty() ? "none" : "`" + String.join("` `", facts.kind.flags()) + "`",
                    facts.warnings.isEmpty()
                            ? "none"
                            : String.join("; ", facts.warnings).replace("WARNING: ", ""),
                    facts.index,
                    facts.wide,
                    facts.freed,
                    facts.lines,
                    facts.kind.writer().title());
        }
    }
}
