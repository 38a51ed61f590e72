package dev.ashlar.processor;

import dev.ashlar.processor.header.HeaderFile;
import dev.ashlar.processor.write.source.SourceFile;
import dev.ashlar.struct.support.Generated;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.StandardLocation;

/** What this compilation generated in all of its rounds. */
final class GeneratedFiles {
    private final Filer filer;
    private final Elements elements;
    private final Map<String, String> structOfClass = new HashMap<>();
    private final Set<String> expected = new HashSet<>();

    GeneratedFiles(Filer filer, Elements elements) {
        this.filer = filer;
        this.elements = elements;
    }

    /**
     * What has the name of a class of {@code struct} already, if anything. A class that an earlier compilation generated is no obstacle: it lies
     * on the class path of an incremental build and is about to be replaced.
     */
    Optional<String> holder(String className, TypeElement struct) {
        String owner = structOfClass.get(className);
        if (owner != null) {
            boolean isOwn = struct.getQualifiedName().contentEquals(owner);
            return isOwn ? Optional.empty() : Optional.of("the struct " + owner);
        }
        TypeElement existing = elements.getTypeElement(className);
        return existing == null || isGenerated(existing) ? Optional.empty() : Optional.of("another class");
    }

    /** Makes known that {@code struct} is compiled in this compilation. */
    void expect(TypeElement struct) {
        expected.add(struct.getQualifiedName().toString());
    }

    /** Whether {@code struct} is compiled in this compilation, and not in an earlier one. */
    boolean expects(TypeElement struct) {
        return expected.contains(struct.getQualifiedName().toString());
    }

    /** Whether there is a struct of that canonical name: one that is compiled in this compilation, or a type of an earlier one. */
    boolean hasStruct(String canonicalName) {
        return expected.contains(canonicalName) || elements.getTypeElement(canonicalName) != null;
    }

    /** Whether an earlier compilation generated a class. */
    boolean exists(String className) {
        return elements.getTypeElement(className) != null;
    }

    /** Writes one class of {@code struct}; {@code origin} is its one originating element. */
    void write(SourceFile file, TypeElement struct, Element origin) throws IOException {
        structOfClass.put(file.className(), struct.getQualifiedName().toString());
        try (Writer target = filer.createSourceFile(file.className(), origin).openWriter()) {
            target.write(file.text());
        }
    }

    /** Writes one header; {@code origin} is its one originating element. */
    void write(HeaderFile file, Element origin) throws IOException {
        try (Writer target = new OutputStreamWriter(
                filer.createResource(StandardLocation.CLASS_OUTPUT, "", file.path(), origin)
                        .openOutputStream(),
                StandardCharsets.UTF_8)) {
            target.write(file.text());
        }
    }

    private static boolean isGenerated(TypeElement type) {
        return type.getAnnotationMirrors().stream()
                .anyMatch(mirror -> mirror.getAnnotationType().toString().equals(Generated.class.getName()));
    }
}
