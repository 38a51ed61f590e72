package dev.ashlar.processor;

import dev.ashlar.processor.check.StructCheck;
import dev.ashlar.processor.layout.LayoutRule;
import dev.ashlar.processor.layout.StructLayout;
import dev.ashlar.processor.model.Finding;
import dev.ashlar.processor.model.Message;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.processor.read.Reading;
import dev.ashlar.processor.read.Sites;
import dev.ashlar.processor.read.StructReader;
import dev.ashlar.processor.write.SourceFile;
import dev.ashlar.struct.Generated;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;

/** The structs of one round, each taken from its declaration to its files: read, check, lay out, check, write. */
final class StructCompilation {
    private final ProcessingEnvironment environment;
    private final BiFunction<StructModel, StructLayout, List<SourceFile>> writer;
    private final Map<String, String> generatedClasses;
    private final Sites sites = new Sites();
    private final StructReader reader;
    private final Diagnostics diagnostics;

    /** {@code generatedClasses} says for which struct each class of this compilation was written, in all rounds. */
    StructCompilation(
            ProcessingEnvironment environment,
            BiFunction<StructModel, StructLayout, List<SourceFile>> writer,
            Map<String, String> generatedClasses) {
        this.environment = environment;
        this.writer = writer;
        this.generatedClasses = generatedClasses;
        this.reader = new StructReader(environment.getElementUtils(), sites);
        this.diagnostics = new Diagnostics(environment.getMessager(), sites);
    }

    Sites sites() {
        return sites;
    }

    void print(List<Finding> findings) {
        diagnostics.print(findings);
    }

    /**
     * Compiles one struct; errors are reported, whatever happens.
     *
     * @param last whether there will be no further round
     * @return false if the struct must wait for the next round
     */
    boolean compile(TypeElement type, boolean last) {
        try {
            Reading reading = reader.read(type);
            if (!last && !reading.gaps().isEmpty()) {
                return false;
            }
            compile(type, reading);
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError failure) {
            diagnostics.print(
                    Finding.of(sites.add(type), Message.INTERNAL_ERROR, type.getQualifiedName(), trace(failure)));
        }
        return true;
    }

    private void compile(TypeElement type, Reading reading) {
        List<Finding> findings = new ArrayList<>(reading.findings());
        findings.addAll(reading.gaps());
        reading.struct().ifPresent(struct -> findings.addAll(StructCheck.declaration(struct, this::holder)));
        diagnostics.print(findings);
        if (!findings.isEmpty() || reading.struct().isEmpty()) {
            return;
        }
        StructModel struct = reading.struct().get();
        StructLayout layout = LayoutRule.layOut(struct.components());
        List<Finding> layoutFindings = StructCheck.layout(struct, layout);
        diagnostics.print(layoutFindings);
        if (layoutFindings.isEmpty()) {
            writer.apply(struct, layout).forEach(file -> write(file, type, struct));
        }
    }

    /** What has a class name already. A class that an earlier compilation generated is about to be replaced. */
    private Optional<String> holder(String className) {
        String struct = generatedClasses.get(className);
        if (struct != null) {
            return Optional.of("the struct " + struct);
        }
        TypeElement existing = environment.getElementUtils().getTypeElement(className);
        return existing == null || existing.getAnnotationMirrors().stream().anyMatch(StructCompilation::isGenerated)
                ? Optional.empty()
                : Optional.of("another class");
    }

    private static boolean isGenerated(AnnotationMirror mirror) {
        return mirror.getAnnotationType().toString().equals(Generated.class.getName());
    }

    private void write(SourceFile file, TypeElement origin, StructModel struct) {
        generatedClasses.put(file.className(), struct.name().canonicalName());
        try (Writer target = environment
                .getFiler()
                .createSourceFile(file.className(), origin)
                .openWriter()) {
            target.write(file.text());
        } catch (IOException failure) {
            diagnostics.print(Finding.of(struct.site(), Message.CANNOT_WRITE, file.className(), failure));
        }
    }

    private static String trace(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
