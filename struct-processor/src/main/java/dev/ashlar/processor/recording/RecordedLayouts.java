package dev.ashlar.processor.recording;

import dev.ashlar.processor.layout.Layouts;
import dev.ashlar.processor.model.Finding;
import dev.ashlar.processor.model.Message;
import dev.ashlar.processor.model.Site;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.processor.output.Output;
import dev.ashlar.processor.output.OutputFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The folder of recorded layouts, one file for each struct. They are sources, which the user keeps under version control.
 */
public final class RecordedLayouts implements Output {
    private final Path folder;
    private final boolean records;

    /**
     * @param records whether layouts are recorded, rather than compared
     */
    public RecordedLayouts(Path folder, boolean records) {
        this.folder = folder;
        this.records = records;
    }

    /** The recording as it is now, if layouts are recorded. */
    @Override
    public List<OutputFile> files(StructModel struct, Layouts layouts) {
        return records
                ? List.of(new OutputFile.Kept(
                        file(struct), LayoutRecording.of(struct, layouts).text(struct.name())))
                : List.of();
    }

    /** A difference from the recording, if there is one, or a folder that cannot be written to. */
    @Override
    public Optional<Finding> check(StructModel struct, Layouts layouts) {
        Path file = file(struct);
        try {
            if (records) {
                Files.createDirectories(folder);
                return Optional.empty();
            }
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            LayoutRecording now = LayoutRecording.of(struct, layouts);
            List<String> difference = LineDifference.of(LayoutRecording.parse(Files.readString(file)), now);
            return difference.isEmpty() ? Optional.empty() : Optional.of(changed(struct, file, difference));
        } catch (IOException failure) {
            return Optional.of(Finding.of(struct.site(), Message.LAYOUT_FILE, file, failure));
        }
    }

    /** The recordings of structs that are neither compiled now nor known from before: they were renamed or deleted. */
    @Override
    public List<Finding> checkAll(Site site, Predicate<String> isStruct) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted()
                    .flatMap(file -> LayoutRecording.structOf(file.getFileName().toString())
                            .filter(isStruct.negate())
                            .map(struct -> Finding.of(site, Message.LAYOUT_UNCLAIMED, file, struct))
                            .stream())
                    .toList();
        } catch (IOException | UncheckedIOException failure) {
            return List.of(Finding.of(site, Message.LAYOUT_FILE, folder, failure));
        }
    }

    private Path file(StructModel struct) {
        return folder.resolve(LayoutRecording.fileName(struct.name()));
    }

    private static Finding changed(StructModel struct, Path file, List<String> difference) {
        return Finding.of(
                struct.site(),
                Message.LAYOUT_CHANGED,
                struct.name().canonicalName(),
                file,
                String.join("\n", difference));
    }
}
