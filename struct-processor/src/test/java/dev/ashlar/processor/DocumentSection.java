package dev.ashlar.processor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The Java of one section of a document, as sources that can be compiled and run. A block that starts with an import has the
 * imports of all snippets below it, and the statements with which each section starts. Types are known in all later sections
 * of their document.
 *
 * @param name document and heading
 * @param imports the lines of its imports
 * @param types one top-level type each
 * @param statements all other blocks, in their order, after those with which each section starts
 */
record DocumentSection(String name, List<String> imports, List<String> types, List<String> statements) {
    private static final Pattern HEADING = Pattern.compile("(?m)^## ");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```java\\n(.*?)^```$");
    private static final String TYPE = "(?:@|(?:(?:final|sealed|abstract) )*(?:class|record|enum|interface) )";
    private static final Pattern DECLARATION = Pattern.compile("^" + TYPE);
    private static final Pattern NEXT_TYPE = Pattern.compile("\\n\\n(?=" + TYPE + ")");
    private static final Pattern OUTPUT = Pattern.compile("IO\\.println\\((?:.*\\); // (.*))?");
    private static final Pattern OWN_NAMES = Pattern.compile("\\b(?:memory|allocator) = ");
    private static final Pattern OWN_MEMORY = Pattern.compile("(?m)^(LinearMemory memory = .*;)");
    private static final List<String> ALL_IMPORTS =
            List.of("import dev.ashlar.alloc.*;", "import dev.ashlar.memory.*;", "import dev.ashlar.struct.*;");

    /** Instead of {@code java.lang.IO}, which it hides: what is printed is compared at the end. */
    private static final String IO = """
            package p;

            final class IO {
                static final java.util.List<String> LINES = new java.util.ArrayList<>();

                static void println(Object value) {
                    LINES.add(String.valueOf(value));
                }
            }
            """;

    /** All sections of a document that have Java. */
    static List<DocumentSection> of(Path document) throws IOException {
        return of(document.getFileName().toString(), Files.readString(document));
    }

    static List<DocumentSection> of(String document, String text) {
        Reader reader = new Reader(document);
        HEADING.splitAsStream(text).forEach(reader::read);
        return reader.sections;
    }

    /** Goes through a document from heading to heading. */
    private static final class Reader {
        private final String document;
        private final List<DocumentSection> sections = new ArrayList<>();
        private final List<String> imports = new ArrayList<>(ALL_IMPORTS);
        private final List<String> start = new ArrayList<>();
        private final List<String> types = new ArrayList<>();

        Reader(String document) {
            this.document = document;
        }

        private void read(String part) {
            List<String> statements = new ArrayList<>();
            BLOCK.matcher(part).results().map(block -> block.group(1)).forEach(code -> take(code, statements));
            if (!statements.isEmpty()) {
                statements.addFirst(String.join("\n", start));
                String name = document + ": " + part.lines().findFirst().orElseThrow();
                sections.add(new DocumentSection(name, List.copyOf(imports), List.copyOf(types), statements));
            }
        }

        private void take(String code, List<String> statements) {
            if (code.startsWith("import ")) {
                imports.clear();
                start.clear();
                code.lines().forEach(line -> (line.startsWith("import ") ? imports : start).add(line));
            } else if (DECLARATION.matcher(code).find()) {
                NEXT_TYPE.splitAsStream(code).forEach(types::add);
            } else if (!code.startsWith("package ")) {
                statements.add(code);
            }
        }
    }

    /** The files of the whole program in a document, or none: blocks that start with their package. */
    static List<String> program(Path document) throws IOException {
        return BLOCK.matcher(Files.readString(document))
                .results()
                .map(block -> block.group(1))
                .filter(code -> code.startsWith("package "))
                .toList();
    }

    /** The comments behind the calls that print. */
    List<String> outputs() {
        return outputs(String.join("\n", statements));
    }

    static List<String> outputs(String code) {
        return OUTPUT.matcher(code).results().map(DocumentSection::output).toList();
    }

    private static String output(MatchResult call) {
        if (call.group(1) == null) {
            throw new AssertionError("prints something, and does not say what: " + call.group());
        }
        return call.group(1);
    }

    String[] sources() {
        String head = "package p;\n" + String.join("\n", imports) + "\n";
        Stream<String> declared = types.stream().map(type -> head + type);
        return Stream.concat(declared, Stream.of(IO, head + body())).toArray(String[]::new);
    }

    private String body() {
        String code = String.join("\n", statements);
        if (!OWN_NAMES.matcher(code).find()) {
            code =
                    "LinearMemory memory = LinearMemory.create(1);\nAllocator allocator = LinkedListAllocator.over(memory);\n"
                            + code;
        }
        boolean hasMemory = OWN_MEMORY.matcher(code).find();
        return """
                public final class Body implements dev.ashlar.processor.Snippet {
                    @Override
                    public void run(dev.ashlar.alloc.Allocator given) throws Exception {
                        %s
                        org.assertj.core.api.Assertions.assertThat(IO.LINES).containsExactly(%s);
                    }
                }
                """.formatted(
                        hasMemory ? OWN_MEMORY.matcher(code).replaceFirst("$1 try (memory) {") + "}" : code,
                        outputs().stream().map(DocumentSection::literal).collect(Collectors.joining(", ")));
    }

    private static String literal(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    @Override
    public String toString() {
        return name;
    }
}
