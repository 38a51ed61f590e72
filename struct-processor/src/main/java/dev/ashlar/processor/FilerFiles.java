package dev.ashlar.processor;

import dev.ashlar.processor.model.Finding;
import dev.ashlar.processor.model.Message;
import dev.ashlar.processor.model.Site;
import dev.ashlar.processor.output.OutputFile;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/** The files of a compilation as annotation processors write them, and those that are kept beside it. */
final class FilerFiles {
    private final Filer filer;
    private final Map<Path, String> kept = new LinkedHashMap<>();

    FilerFiles(Filer filer) {
        this.filer = filer;
    }

    /** Writes one file, or notes it for {@link #writeKept}; {@code origin} is its one originating element. */
    void write(OutputFile file, Element origin) throws IOException {
        switch (file) {
            case OutputFile.Source source -> {
                try (Writer target =
                        filer.createSourceFile(source.className(), origin).openWriter()) {
                    target.write(source.text());
                }
            }
            case OutputFile.Resource resource -> {
                try (Writer target = new OutputStreamWriter(
                        create(resource.path(), origin).openOutputStream(), StandardCharsets.UTF_8)) {
                    target.write(resource.text());
                }
            }
            case OutputFile.Kept keep -> kept.put(keep.path(), keep.text());
        }
    }

    /** Creates a file among the class files; a compiler of several modules at once has to be told which of them. */
    private FileObject create(String path, Element origin) throws IOException {
        try {
            return filer.createResource(StandardLocation.CLASS_OUTPUT, "", path, origin);
        } catch (FilerException refused) {
            String module = module(origin);
            if (module.isEmpty()) {
                throw refused;
            }
            try {
                return filer.createResource(StandardLocation.CLASS_OUTPUT, module + "/", path, origin);
            } catch (FilerException refusedAgain) {
                refused.addSuppressed(refusedAgain);
                throw refused;
            }
        }
    }

    /** The name of the module of an element; empty for the unnamed module. */
    private static String module(Element element) {
        Element outer = element;
        while (outer != null && !(outer instanceof ModuleElement)) {
            outer = outer.getEnclosingElement();
        }
        return outer instanceof ModuleElement module ? module.getQualifiedName().toString() : "";
    }

    /**
     * Writes what was noted in all rounds. A file that has the same text already keeps its time of change, which build tools
     * go by.
     *
     * @param site the place of what went wrong
     */
    List<Finding> writeKept(Site site) {
        List<Finding> failures = new ArrayList<>();
        kept.forEach((path, text) -> {
            try {
                if (!Files.exists(path) || !Files.readString(path).equals(text)) {
                    Files.writeString(path, text);
                }
            } catch (IOException failure) {
                failures.add(Finding.of(site, Message.LAYOUT_FILE, path, failure));
            }
        });
        return failures;
    }
}
