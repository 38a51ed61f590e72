package dev.ashlar.processor;

import dev.ashlar.processor.write.SourceFile;
import dev.ashlar.struct.Generated;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** The classes that this compilation generated in all of its rounds. */
final class GeneratedFiles {
    private final Filer filer;
    private final Elements elements;
    private final Map<String, String> structOfClass = new HashMap<>();

    GeneratedFiles(Filer filer, Elements elements) {
        this.filer = filer;
        this.elements = elements;
    }

    /**
     * What has a class name already, if anything. A class that an earlier compilation generated is no obstacle: it lies
     * on the class path of an incremental build and is about to be replaced.
     */
    Optional<String> holder(String className) {
        String struct = structOfClass.get(className);
        if (struct != null) {
            return Optional.of("the struct " + struct);
        }
        TypeElement existing = elements.getTypeElement(className);
        return existing == null || isGenerated(existing) ? Optional.empty() : Optional.of("another class");
    }

    /** Writes one class of {@code struct}, which is its one originating element. */
    void write(SourceFile file, TypeElement struct) throws IOException {
        structOfClass.put(file.className(), struct.getQualifiedName().toString());
        try (Writer target = filer.createSourceFile(file.className(), struct).openWriter()) {
            target.write(file.text());
        }
    }

    private static boolean isGenerated(TypeElement type) {
        return type.getAnnotationMirrors().stream()
                .anyMatch(mirror -> mirror.getAnnotationType().toString().equals(Generated.class.getName()));
    }
}
