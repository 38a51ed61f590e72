package dev.ashlar.processor.recording;

import dev.ashlar.processor.layout.Layouts;
import dev.ashlar.processor.layout.StructLayout;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.processor.model.StructName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Everything about a struct that its bytes depend on, as lines:
 *
 * <pre>{@code
 * struct p.Person
 * size 24
 * alignment 8
 * 0 4 id int I32
 * 8 8 height double F64
 * 16 4 age int I32
 * }</pre>
 *
 * <p>Words are separated by one blank and no column is aligned, so that a change of one component changes one line.
 * Empty lines, and those that start with {@code #}, are for people and mean nothing.
 *
 * @param lines those that mean something
 */
public record LayoutRecording(List<String> lines) {
    private static final String COLUMNS = "# offset size component type storage";
    private static final String SUFFIX = ".layout";
    private static final int HEAD_LINES = 3;

    public LayoutRecording {
        lines = List.copyOf(lines);
    }

    /** The recording of a struct as it is now. */
    public static LayoutRecording of(StructModel struct, Layouts layouts) {
        StructLayout layout = layouts.of(struct);
        List<String> lines = new ArrayList<>();
        lines.add("struct " + struct.name().canonicalName());
        lines.add("size " + layout.byteSize());
        lines.add("alignment " + layout.byteAlignment());
        new RecordedRows(layouts, lines).add(struct, "", 0);
        return new LayoutRecording(lines);
    }

    /** The recording in the text of a file, whatever its line ends. */
    public static LayoutRecording parse(String text) {
        return new LayoutRecording(text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList());
    }

    /** The name of the file for a struct, without its folder. */
    public static String fileName(StructName struct) {
        return struct.canonicalName() + SUFFIX;
    }

    /** The canonical name of the struct that a file of that name is for; empty where that is the name of no recording. */
    public static Optional<String> structOf(String fileName) {
        return fileName.endsWith(SUFFIX)
                ? Optional.of(fileName.substring(0, fileName.length() - SUFFIX.length()))
                : Optional.empty();
    }

    /** The text of the file; its lines end with {@code \n}. */
    public String text(StructName struct) {
        List<String> all = new ArrayList<>(lines.subList(0, HEAD_LINES));
        all.add(COLUMNS);
        all.addAll(lines.subList(HEAD_LINES, lines.size()));
        return String.format(Locale.ROOT, """
                # The layout of %s. Keep this file: a change of the layout fails to compile while it stands.
                # To change it on purpose: compile with -Aashlar.recordLayouts=true, and look at the difference.
                %s
                """, struct.canonicalName(), String.join("\n", all));
    }
}
