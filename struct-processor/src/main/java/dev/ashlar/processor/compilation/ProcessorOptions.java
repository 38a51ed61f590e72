package dev.ashlar.processor.compilation;

import dev.ashlar.processor.header.HeaderWriter;
import dev.ashlar.processor.model.Finding;
import dev.ashlar.processor.model.Message;
import dev.ashlar.processor.model.Site;
import dev.ashlar.processor.output.Output;
import dev.ashlar.processor.recording.RecordedLayouts;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The options of the processor, which users set with {@code -A}. An option that makes no sense counts as left out, and is
 * reported.
 */
public final class ProcessorOptions {
    /** The folder of recorded layouts. Without it none are looked for. */
    static final String LAYOUTS = "ashlar.layouts";

    /** The option to record layouts there, rather than compare them. */
    static final String RECORD_LAYOUTS = "ashlar.recordLayouts";

    /** The option to write C headers. */
    static final String HEADERS = "ashlar.headers";

    public static final Set<String> NAMES = Set.of(LAYOUTS, RECORD_LAYOUTS, HEADERS);

    private record Problem(String option, String value, String advice) {}

    private final Map<String, String> values;
    private final List<Problem> problems = new ArrayList<>();
    private final boolean writesHeaders;
    private final boolean recordsLayouts;

    /** The folder of recorded layouts; null when there are none to compare with and none to be recorded. */
    private final @Nullable Path layouts;

    public ProcessorOptions(Map<String, String> values) {
        this.values = values;
        writesHeaders = isOn(HEADERS);
        recordsLayouts = isOn(RECORD_LAYOUTS);
        layouts = findLayouts();
    }

    /**
     * The outputs that they ask for.
     *
     * @param views the one that is always there
     */
    public List<Output> outputs(Output views) {
        List<Output> outputs = new ArrayList<>(List.of(views));
        if (writesHeaders) {
            outputs.add((struct, known) -> List.of(HeaderWriter.write(struct, known)));
        }
        if (layouts != null) {
            outputs.add(new RecordedLayouts(layouts, recordsLayouts));
        }
        return outputs;
    }

    /** Everything that is wrong with the options themselves. */
    public List<Finding> findings(Site site) {
        return problems.stream()
                .map(problem ->
                        Finding.of(site, Message.OPTION_VALUE, problem.option(), problem.value(), problem.advice()))
                .toList();
    }

    /** An option without a value, {@code -Aashlar.headers}, is one that is set. */
    private boolean isOn(String option) {
        if (!values.containsKey(option)) {
            return false;
        }
        String value = values.get(option);
        if (value != null && !value.equals("true") && !value.equals("false")) {
            problems.add(new Problem(option, value, "use true or false"));
        }
        return value == null || value.equals("true");
    }

    /** A folder that is not there would mean that nothing is compared, which nobody asks for by naming one. */
    private @Nullable Path findLayouts() {
        String value = values.get(LAYOUTS);
        if (value == null) {
            if (recordsLayouts) {
                problems.add(new Problem(RECORD_LAYOUTS, "true", "say where: -A" + LAYOUTS + "=<folder>"));
            }
            return null;
        }
        try {
            Path folder = Path.of(value);
            if (recordsLayouts || Files.isDirectory(folder)) {
                return folder;
            }
            problems.add(new Problem(LAYOUTS, value, missing(folder.toAbsolutePath())));
        } catch (InvalidPathException notEvenAPath) {
            problems.add(new Problem(LAYOUTS, value, "name a folder"));
        }
        return null;
    }

    private static String missing(Path folder) {
        return Files.exists(folder)
                ? folder + " is not a folder: name one"
                : "the folder " + folder + " is missing: name one that is there, or record layouts first: -A"
                        + RECORD_LAYOUTS + "=true";
    }
}
