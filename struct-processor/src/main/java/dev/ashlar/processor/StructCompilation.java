package dev.ashlar.processor;

import dev.ashlar.processor.check.StructCheck;
import dev.ashlar.processor.header.HeaderFile;
import dev.ashlar.processor.header.HeaderWriter;
import dev.ashlar.processor.layout.Layouts;
import dev.ashlar.processor.model.Finding;
import dev.ashlar.processor.model.Message;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.processor.read.DeclarationFiles;
import dev.ashlar.processor.read.NamedStructs;
import dev.ashlar.processor.read.NestedUse;
import dev.ashlar.processor.read.Reading;
import dev.ashlar.processor.read.Sites;
import dev.ashlar.processor.read.StrayAnnotations;
import dev.ashlar.processor.read.StructReader;
import dev.ashlar.processor.write.source.SourceFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.StandardLocation;

/**
 * The structs of one round, each taken from its declaration to its files: read, check, lay out, check, write. Whatever
 * goes wrong is reported; nothing is thrown.
 */
final class StructCompilation {
    private final BiFunction<StructModel, Layouts, List<SourceFile>> writer;
    private final GeneratedFiles files;
    private final ProcessorOptions options;
    private final RecordedLayouts recordings;
    private final Sites sites = new Sites();
    private final Layouts layouts = new Layouts();
    private final Map<TypeElement, Verdict> verdicts = new HashMap<>();
    private final Map<TypeElement, Optional<Finding>> settled = new HashMap<>();
    private final NamedStructs named;
    private final StructReader reader;
    private final ImplicitStructs implicit;
    private final Diagnostics diagnostics;

    StructCompilation(
            ProcessingEnvironment environment,
            BiFunction<StructModel, Layouts, List<SourceFile>> writer,
            GeneratedFiles files,
            ProcessorOptions options,
            RecordedLayouts recordings) {
        this.writer = writer;
        this.files = files;
        this.options = options;
        this.recordings = recordings;
        this.named = new NamedStructs(environment.getElementUtils(), sites);
        DeclarationFiles declarations = new DeclarationFiles(
                environment.getElementUtils(),
                (packageName, file) ->
                        environment.getFiler().getResource(StandardLocation.CLASS_PATH, packageName, file));
        this.reader = new StructReader(environment.getElementUtils(), environment.getTypeUtils(), named, declarations);
        this.implicit = new ImplicitStructs(reader::read, files::expects, declarations::isSource);
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
            Set<TypeElement> reached = Reach.of(type, reader::read, files::expects);
            reached.add(type);
            if (!last && reached.stream().anyMatch(other -> judge(other).mustWait())) {
                return false;
            }
            diagnostics.print(judge(type).findings());
            if (reached.stream().allMatch(other -> judge(other).isInOrder())) {
                settle(type).ifPresent(diagnostics::print);
                if (reached.stream().allMatch(other -> settle(other).isEmpty())) {
                    write(type, model(type));
                }
            }
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError failure) {
            printInternalError(type, failure);
        }
        return true;
    }

    /** What a {@code @StructsFor} names. */
    NamedStructs.Names names(Element holder) {
        return named.read(holder);
    }

    void report(List<Finding> findings) {
        diagnostics.print(findings);
    }

    /** Reports what is wrong with the options; a compiler shows errors best where there is a line to show. */
    void reportOptions(TypeElement first) {
        diagnostics.print(options.findings(sites.add(first)));
    }

    /** Reports the recorded layouts of structs that are gone; like the options, at a struct that is there. */
    void reportUnclaimedLayouts(TypeElement first) {
        diagnostics.print(recordings.unclaimed(sites.add(first), files::hasStruct));
    }

    /** Records the layouts of all rounds, unless this round has found an error; like the options, at a struct that is there. */
    void recordLayouts(TypeElement first) {
        if (!diagnostics.haveErrors()) {
            diagnostics.print(recordings.record(sites.add(first)));
        }
    }

    /** Finds annotations that no struct reads. */
    void findStrayAnnotations(RoundEnvironment round) {
        try {
            diagnostics.print(StrayAnnotations.find(round, sites, named));
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError failure) {
            round.getRootElements().stream().findFirst().ifPresent(root -> printInternalError(root, failure));
        }
    }

    /** What is to be said of a struct; computed once, for a struct is judged again with each one that holds it. */
    private Verdict judge(TypeElement type) {
        Verdict known = verdicts.get(type);
        if (known != null) {
            return known;
        }
        Reading reading = reader.read(type);
        List<Finding> findings = new ArrayList<>(reading.findings());
        boolean mustWait = !reading.gaps().isEmpty();
        boolean holdsOnlyGood = true;
        findings.addAll(reading.gaps());
        for (NestedUse use : reading.uses()) {
            Verdict nested = judge(use.type());
            mustWait |= nested.mustWait();
            holdsOnlyGood &= nested.isInOrder();
            findings.addAll(unusable(use, nested));
        }
        reading.references().forEach(reference -> findings.addAll(withoutOwnView(reference)));
        // Of what another processor generates there may be a source from the last time, until it is generated anew.
        mustWait |= findings.stream().anyMatch(finding -> finding.message() == Message.STRUCT_FROM_SOURCE);
        reading.struct().ifPresent(struct -> findings.addAll(StructCheck.declaration(struct, holder(type))));
        boolean canBeLaidOut = findings.stream().noneMatch(Finding::isError)
                && holdsOnlyGood
                && reading.struct().isPresent();
        if (canBeLaidOut) {
            findings.addAll(StructCheck.layout(reading.struct().orElseThrow(), layouts));
        }
        Verdict verdict = new Verdict(
                findings, mustWait, canBeLaidOut && findings.stream().noneMatch(Finding::isError));
        verdicts.put(type, verdict);
        return verdict;
    }

    /** Of a struct that is compiled here too, its own compilation says what is wrong. */
    private List<Finding> unusable(NestedUse use, Verdict nested) {
        if (files.expects(use.type())) {
            return List.of();
        }
        Optional<TypeElement> unprocessed = implicit.find(use.type());
        if (unprocessed.isPresent()) {
            return List.of(unprocessed(use, unprocessed.get()));
        }
        if (!nested.isInOrder()) {
            return List.of(unusable(use, "which an earlier compilation must have taken for another"));
        }
        return withoutView(use);
    }

    /** Of a struct that is referred to its own view is asked for, and nothing of what it holds. */
    private List<Finding> withoutOwnView(NestedUse reference) {
        TypeElement type = reference.type();
        return implicit.find(type).filter(type::equals).isPresent()
                ? List.of(unprocessed(reference, type))
                : withoutView(reference);
    }

    /** Of a struct from an earlier compilation nothing is asked here but that its classes are there. */
    private List<Finding> withoutView(NestedUse use) {
        boolean isWritten = reader.read(use.type())
                .struct()
                .filter(struct -> struct.classNames().stream()
                        .map(struct.name()::generated)
                        .allMatch(files::exists))
                .isPresent();
        return files.expects(use.type()) || isWritten ? List.of() : List.of(unusable(use, "which has no view"));
    }

    private static Finding unusable(NestedUse use, String why) {
        return Finding.of(
                use.site(), Message.NESTED_STRUCT, use.component(), use.type().getQualifiedName(), why);
    }

    private static Finding unprocessed(NestedUse use, TypeElement struct) {
        return Finding.of(use.site(), Message.STRUCT_FROM_SOURCE, use.component(), struct.getQualifiedName());
    }

    private Function<String, Optional<String>> holder(TypeElement type) {
        return className -> files.expects(type) ? files.holder(className, type) : Optional.empty();
    }

    /** Holds a struct against its recording, once; what is wrong then keeps whatever speaks of its classes from being written. */
    private Optional<Finding> settle(TypeElement type) {
        return settled.computeIfAbsent(type, struct -> recordings.settle(model(struct), layouts));
    }

    private StructModel model(TypeElement type) {
        return reader.read(type).struct().orElseThrow();
    }

    private void write(TypeElement type, StructModel struct) {
        for (SourceFile file : writer.apply(struct, layouts)) {
            try {
                files.write(file, type, named.origin(type));
            } catch (IOException failure) {
                diagnostics.print(Finding.of(struct.site(), Message.CANNOT_WRITE, file.className(), failure));
            }
        }
        if (options.writesHeaders()) {
            HeaderFile header = HeaderWriter.write(struct, layouts.of(struct));
            try {
                files.write(header, named.origin(type));
            } catch (IOException failure) {
                diagnostics.print(Finding.of(struct.site(), Message.CANNOT_WRITE, header.path(), failure));
            }
        }
    }

    private void printInternalError(Element element, Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        diagnostics.print(Finding.of(sites.add(element), Message.INTERNAL_ERROR, element.getSimpleName(), trace));
    }
}
