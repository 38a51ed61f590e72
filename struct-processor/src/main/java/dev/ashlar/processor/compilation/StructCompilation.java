package dev.ashlar.processor.compilation;

import dev.ashlar.processor.check.StructCheck;
import dev.ashlar.processor.layout.Layouts;
import dev.ashlar.processor.model.Declarations;
import dev.ashlar.processor.model.Finding;
import dev.ashlar.processor.model.Message;
import dev.ashlar.processor.model.NestedUse;
import dev.ashlar.processor.model.Reading;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.processor.model.StructName;
import dev.ashlar.processor.output.Output;
import dev.ashlar.processor.output.OutputFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The structs of one round, each taken from its declaration to its files: read, check, lay out, check, write. Whatever
 * goes wrong is reported; nothing is thrown.
 */
public final class StructCompilation {
    private final Declarations declarations;
    private final CompiledStructs compiled;
    private final List<Output> outputs;
    private final OutputFiles files;
    private final Consumer<Finding> report;
    private final Layouts layouts = new Layouts();
    private final Map<StructName, Verdict> verdicts = new HashMap<>();
    private final Map<StructName, Optional<Finding>> obstacles = new HashMap<>();
    private final ImplicitStructs implicit;

    /**
     * @param declarations those of this round
     * @param compiled the structs of all rounds
     * @param report takes every finding
     */
    public StructCompilation(
            Declarations declarations,
            CompiledStructs compiled,
            List<Output> outputs,
            OutputFiles files,
            Consumer<Finding> report) {
        this.declarations = declarations;
        this.compiled = compiled;
        this.outputs = List.copyOf(outputs);
        this.files = files;
        this.report = report;
        this.implicit = new ImplicitStructs(declarations::read, compiled::expects, declarations::isSource);
    }

    /**
     * Compiles one struct.
     *
     * @param last whether there will be no further round
     * @return false if the struct must wait for the next round
     */
    public boolean compile(StructName struct, boolean last) {
        try {
            Set<StructName> reached = Reach.of(struct, declarations::read, compiled::expects);
            reached.add(struct);
            if (!last && reached.stream().anyMatch(other -> judge(other).mustWait())) {
                return false;
            }
            judge(struct).findings().forEach(report);
            if (reached.stream().allMatch(other -> judge(other).isInOrder())) {
                obstacle(struct).ifPresent(report);
                if (reached.stream().allMatch(other -> obstacle(other).isEmpty())) {
                    write(model(struct));
                }
            }
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError failure) {
            report.accept(Finding.of(
                    declarations.site(struct), Message.INTERNAL_ERROR, struct.canonicalName(), trace(failure)));
        }
        return true;
    }

    /** Reports findings about the files of earlier compilations, at a struct of this one. */
    public void checkAll(StructName first) {
        for (Output output : outputs) {
            output.checkAll(declarations.site(first), name -> compiled.hasStruct(name, declarations))
                    .forEach(report);
        }
    }

    /** The stack trace of an error in the processor itself, for its report. */
    public static String trace(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }

    /** The verdict on a struct; computed once, for a struct is judged again with each one that holds it. */
    private Verdict judge(StructName struct) {
        Verdict known = verdicts.get(struct);
        if (known != null) {
            return known;
        }
        Reading reading = declarations.read(struct);
        List<Finding> findings = new ArrayList<>(reading.findings());
        boolean mustWait = !reading.gaps().isEmpty();
        boolean holdsOnlyGood = true;
        findings.addAll(reading.gaps());
        for (NestedUse use : reading.uses()) {
            Verdict nested = judge(use.struct());
            mustWait |= nested.mustWait();
            holdsOnlyGood &= nested.isInOrder();
            findings.addAll(unusable(use, nested));
        }
        reading.references().forEach(reference -> findings.addAll(withoutOwnView(reference)));
        // Of what another processor generates there may be a source from the last time, until it is generated anew.
        mustWait |= findings.stream().anyMatch(finding -> finding.message() == Message.STRUCT_FROM_SOURCE);
        reading.struct()
                .ifPresent(model ->
                        findings.addAll(StructCheck.declaration(model, className -> holder(className, struct))));
        boolean canBeLaidOut = findings.stream().noneMatch(Finding::isError)
                && holdsOnlyGood
                && reading.struct().isPresent();
        if (canBeLaidOut) {
            findings.addAll(StructCheck.layout(reading.struct().orElseThrow(), layouts));
        }
        Verdict verdict = new Verdict(
                findings, mustWait, canBeLaidOut && findings.stream().noneMatch(Finding::isError));
        verdicts.put(struct, verdict);
        return verdict;
    }

    /** A struct that is compiled here too has its errors reported by its own compilation. */
    private List<Finding> unusable(NestedUse use, Verdict nested) {
        if (compiled.expects(use.struct())) {
            return List.of();
        }
        Optional<StructName> unprocessed = implicit.find(use.struct());
        if (unprocessed.isPresent()) {
            return List.of(unprocessed(use, unprocessed.get()));
        }
        if (!nested.isInOrder()) {
            return List.of(unusable(use, "which an earlier compilation must have taken for another"));
        }
        return withoutView(use);
    }

    /** A struct that is referred to needs a view of its own, and nothing of what it holds matters. */
    private List<Finding> withoutOwnView(NestedUse reference) {
        StructName struct = reference.struct();
        return implicit.find(struct).filter(struct::equals).isPresent()
                ? List.of(unprocessed(reference, struct))
                : withoutView(reference);
    }

    /** A struct of an earlier compilation only needs to have its classes. */
    private List<Finding> withoutView(NestedUse use) {
        boolean isWritten = declarations
                .read(use.struct())
                .struct()
                .filter(struct -> struct.classNames().stream()
                        .map(struct.name()::generated)
                        .allMatch(declarations::hasClass))
                .isPresent();
        return compiled.expects(use.struct()) || isWritten ? List.of() : List.of(unusable(use, "which has no view"));
    }

    private static Finding unusable(NestedUse use, String why) {
        return Finding.of(
                use.site(), Message.NESTED_STRUCT, use.component(), use.struct().canonicalName(), why);
    }

    private static Finding unprocessed(NestedUse use, StructName struct) {
        return Finding.of(use.site(), Message.STRUCT_FROM_SOURCE, use.component(), struct.canonicalName());
    }

    private Optional<String> holder(String className, StructName struct) {
        return compiled.expects(struct) ? compiled.holder(className, struct, declarations) : Optional.empty();
    }

    /**
     * Something that an output has against a struct, found once; it keeps all that speaks of its classes from being written.
     */
    private Optional<Finding> obstacle(StructName struct) {
        return obstacles.computeIfAbsent(
                struct,
                name -> outputs.stream()
                        .flatMap(output -> output.check(model(name), layouts).stream())
                        .findFirst());
    }

    private StructModel model(StructName struct) {
        return declarations.read(struct).struct().orElseThrow();
    }

    private void write(StructModel struct) {
        for (Output output : outputs) {
            for (OutputFile file : output.files(struct, layouts)) {
                try {
                    if (file instanceof OutputFile.Source source) {
                        compiled.add(source.className(), struct.name());
                    }
                    files.write(file, struct.name());
                } catch (IOException failure) {
                    report.accept(Finding.of(struct.site(), Message.CANNOT_WRITE, file.name(), failure));
                }
            }
        }
    }
}
