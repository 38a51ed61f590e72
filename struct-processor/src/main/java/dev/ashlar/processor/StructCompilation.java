package dev.ashlar.processor;

import dev.ashlar.processor.check.StructCheck;
import dev.ashlar.processor.layout.LayoutRule;
import dev.ashlar.processor.layout.StructLayout;
import dev.ashlar.processor.model.Finding;
import dev.ashlar.processor.model.Message;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.processor.read.Reading;
import dev.ashlar.processor.read.Sites;
import dev.ashlar.processor.read.StrayAnnotations;
import dev.ashlar.processor.read.StructReader;
import dev.ashlar.processor.write.SourceFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * The structs of one round, each taken from its declaration to its files: read, check, lay out, check, write. Whatever
 * goes wrong is reported; nothing is thrown.
 */
final class StructCompilation {
    private final BiFunction<StructModel, StructLayout, List<SourceFile>> writer;
    private final GeneratedFiles files;
    private final Sites sites = new Sites();
    private final StructReader reader;
    private final Diagnostics diagnostics;

    StructCompilation(
            ProcessingEnvironment environment,
            BiFunction<StructModel, StructLayout, List<SourceFile>> writer,
            GeneratedFiles files) {
        this.writer = writer;
        this.files = files;
        this.reader = new StructReader(environment.getElementUtils(), sites);
        this.diagnostics = new Diagnostics(environment.getMessager(), sites);
    }

    /**
     * Compiles one struct.
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
            printInternalError(type, failure);
        }
        return true;
    }

    /** Finds annotations that no struct reads. */
    void findStrayAnnotations(RoundEnvironment round) {
        try {
            diagnostics.print(StrayAnnotations.find(round, sites));
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError failure) {
            round.getRootElements().stream().findFirst().ifPresent(root -> printInternalError(root, failure));
        }
    }

    private void compile(TypeElement type, Reading reading) {
        List<Finding> findings = new ArrayList<>(reading.findings());
        findings.addAll(reading.gaps());
        reading.struct().ifPresent(struct -> findings.addAll(StructCheck.declaration(struct, files::holder)));
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

    private void write(SourceFile file, TypeElement type, StructModel struct) {
        try {
            files.write(file, type);
        } catch (IOException failure) {
            diagnostics.print(Finding.of(struct.site(), Message.CANNOT_WRITE, file.className(), failure));
        }
    }

    private void printInternalError(Element element, Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        diagnostics.print(Finding.of(sites.add(element), Message.INTERNAL_ERROR, element.getSimpleName(), trace));
    }
}
