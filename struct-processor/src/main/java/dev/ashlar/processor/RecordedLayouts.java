package dev.ashlar.processor;

import dev.ashlar.processor.layout.Layouts;
import dev.ashlar.processor.model.Finding;
import dev.ashlar.processor.model.Message;
import dev.ashlar.processor.model.Site;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.processor.recording.LayoutRecording;
import dev.ashlar.processor.recording.LineDifference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder of recorded layouts, one file for each struct. They are sources, kept by the user under version control,
 * and so no business of the {@code Filer}, which knows only what a build makes and deletes.
 */
final class RecordedLayouts {
    private final @Nullable Path folder;
    private final boolean records;

    /** What is to be recorded, by file. */
    private final Map<Path, String> pending = new LinkedHashMap<>();

    RecordedLayouts(ProcessorOptions options) {
        this.folder = options.layouts();
        this.records = options.recordsLayouts();
    }

    /**
     * Notes the layout for {@link #record} if that is asked for, else compares it with its recording, if there is one. What
     * can be said of the file at once is said in both cases.
     */
    Optional<Finding> settle(StructModel struct, Layouts layouts) {
        if (folder == null) {
            return Optional.empty();
        }
        Path file = folder.resolve(LayoutRecording.fileName(struct.name()));
        LayoutRecording now = LayoutRecording.of(struct, layouts);
        try {
            if (records) {
                note(folder, file, now.text(struct.name()));
                return Optional.empty();
            }
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            List<String> difference = LineDifference.of(LayoutRecording.parse(Files.readString(file)), now);
            return difference.isEmpty() ? Optional.empty() : Optional.of(changed(struct, file, difference));
        } catch (IOException failure) {
            return Optional.of(Finding.of(struct.site(), Message.LAYOUT_FILE, file, failure));
        }
    }

    /** Writes what was noted in all rounds. A compilation that has failed leaves its recordings alone. */
    List<Finding> record(Site site) {
        List<Finding> failures = new ArrayList<>();
        pending.forEach((file, text) -> {
            try {
                Files.writeString(file, text);
            } catch (IOException failure) {
                failures.add(Finding.of(site, Message.LAYOUT_FILE, file, failure));
            }
        });
        return failures;
    }

    /**
     * The recordings of structs that are neither compiled now nor known from an earlier compilation: these were renamed or
     * deleted.
     *
     * @param isThere whether there is a struct of that canonical name
     */
    List<Finding> unclaimed(Site site, Predicate<String> isThere) {
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted()
                    .flatMap(file -> LayoutRecording.structOf(file.getFileName().toString())
                            .filter(isThere.negate())
                            .map(struct -> Finding.of(site, Message.LAYOUT_UNCLAIMED, file, struct))
                            .stream())
                    .toList();
        } catch (IOException | UncheckedIOException failure) {
            return List.of(Finding.of(site, Message.LAYOUT_FILE, folder, failure));
        }
    }

    private static Finding changed(StructModel struct, Path file, List<String> difference) {
        return Finding.of(
                struct.site(), Message.LAYOUT_CHANGED, struct.name().simpleName(), file, String.join("\n", difference));
    }

    /** A file that says the same already keeps its time of change, which build tools go by. */
    private void note(Path folder, Path file, String text) throws IOException {
        Files.createDirectories(folder);
        if (!Files.exists(file) || !Files.readString(file).equals(text)) {
            pending.put(file, text);
        }
    }
}
