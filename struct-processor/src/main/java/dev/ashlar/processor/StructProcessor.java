package dev.ashlar.processor;

import com.google.auto.service.AutoService;
import dev.ashlar.processor.compilation.CompiledStructs;
import dev.ashlar.processor.compilation.ProcessorOptions;
import dev.ashlar.processor.compilation.StructCompilation;
import dev.ashlar.processor.model.Finding;
import dev.ashlar.processor.model.Message;
import dev.ashlar.processor.model.Site;
import dev.ashlar.processor.output.Output;
import dev.ashlar.processor.read.JavacDeclarations;
import dev.ashlar.processor.read.Sites;
import dev.ashlar.processor.write.StructWriter;
import dev.ashlar.struct.Align;
import dev.ashlar.struct.Atomic;
import dev.ashlar.struct.Bits;
import dev.ashlar.struct.Code;
import dev.ashlar.struct.LayoutCheck;
import dev.ashlar.struct.Length;
import dev.ashlar.struct.Offset;
import dev.ashlar.struct.Stored;
import dev.ashlar.struct.Struct;
import dev.ashlar.struct.StructsFor;
import dev.ashlar.struct.Tail;
import dev.ashlar.struct.U16;
import dev.ashlar.struct.U32;
import dev.ashlar.struct.U8;
import dev.ashlar.struct.Variants;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * The annotation processor of Ashlar: writes the view and the other classes of every struct.
 *
 * <p>A struct that names a type the compiler does not know yet waits for the next round, by name, because elements do
 * not live across rounds. What is still unknown in the last round is an error.
 */
@AutoService(Processor.class)
public final class StructProcessor extends AbstractProcessor {
    private final Output views;
    private final CompiledStructs known = new CompiledStructs();
    private @Nullable FilerFiles files;
    private @Nullable ProcessorOptions options;
    private @Nullable NamedHolders holders;
    private @Nullable Remembered first;
    private boolean haveErrors;
    private boolean isRefused;
    private boolean isFirstRound = true;
    private Set<Remembered> deferred = new LinkedHashSet<>();
    private final Set<Remembered> compiled = new HashSet<>();

    /** Makes the processor that the compiler runs. */
    public StructProcessor() {
        this(StructWriter::write);
    }

    /** Makes a processor with other views, for tests that need a step to fail. */
    StructProcessor(Output views) {
        this.views = views;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Stream.of(
                        Struct.class,
                        StructsFor.class,
                        Variants.class,
                        LayoutCheck.class,
                        Length.class,
                        Offset.class,
                        Align.class,
                        Atomic.class,
                        Stored.class,
                        U8.class,
                        U16.class,
                        U32.class,
                        Bits.class,
                        Code.class,
                        Tail.class)
                .map(Class::getName)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Each struct is compiled by itself, whatever the options. */
    @Override
    public Set<String> getSupportedOptions() {
        return ProcessorOptions.NAMES;
    }

    /** Records with components of today's types mean the same in every version to come. */
    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    /** Claims nothing: other processors may care for the same annotations. */
    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Elements elements = processingEnv.getElementUtils();
        if (files == null) {
            files = new FilerFiles(processingEnv.getFiler());
        }
        if (options == null) {
            options = new ProcessorOptions(processingEnv.getOptions());
        }
        if (holders == null) {
            holders = new NamedHolders(elements);
        }
        Sites sites = new Sites();
        JavacDeclarations declarations = new JavacDeclarations(
                elements,
                processingEnv.getTypeUtils(),
                (packageName, file) ->
                        processingEnv.getFiler().getResource(StandardLocation.CLASS_PATH, packageName, file),
                sites);
        Diagnostics diagnostics = new Diagnostics(processingEnv.getMessager(), sites);
        FilerFiles target = files;
        StructCompilation compilation = new StructCompilation(
                declarations,
                known,
                options.outputs(views),
                (file, struct) -> target.write(file, declarations.origin(struct)),
                diagnostics::print);
        List<TypeElement> structs = new ArrayList<>();
        deferred.forEach(struct -> struct.findType(elements).ifPresent(structs::add));
        structs.addAll(ElementFilter.typesIn(round.getElementsAnnotatedWith(Struct.class)));
        structs.addAll(holders.read(round, declarations, diagnostics::print));
        structs.stream().map(declarations::name).forEach(known::expect);
        if (first == null && !structs.isEmpty()) {
            first = Remembered.of(structs.getFirst(), elements);
            Site site = sites.add(structs.getFirst());
            isRefused = refuseRelease(site, diagnostics);
            diagnostics.print(options.findings(site));
        }
        if (isRefused) {
            return false;
        }
        compile(structs, compilation, declarations, round.processingOver());
        finish(round, compilation, declarations, diagnostics, sites);
        return false;
    }

    /** Views have unnamed variables, and call what java.lang.foreign has had since it was no preview any more. */
    private boolean refuseRelease(Site site, Diagnostics diagnostics) {
        SourceVersion release = processingEnv.getSourceVersion();
        if (release.compareTo(SourceVersion.RELEASE_22) >= 0) {
            return false;
        }
        diagnostics.print(Finding.of(site, Message.RELEASE, release.name().replaceFirst("^\\D+", "")));
        return true;
    }

    private void compile(
            List<TypeElement> structs, StructCompilation compilation, JavacDeclarations declarations, boolean last) {
        Set<Remembered> waiting = new LinkedHashSet<>();
        for (TypeElement struct : structs) {
            Remembered name = Remembered.of(struct, processingEnv.getElementUtils());
            if (compiled.contains(name)) {
                // ecj shows what it found on the source path in two rounds.
                continue;
            }
            (compilation.compile(declarations.name(struct), last) ? compiled : waiting).add(name);
        }
        deferred = waiting;
    }

    /**
     * Checks what remains once the structs of a round are compiled; in the last round, everything about the whole
     * compilation.
     */
    private void finish(
            RoundEnvironment round,
            StructCompilation compilation,
            JavacDeclarations declarations,
            Diagnostics diagnostics,
            Sites sites) {
        Optional<TypeElement> struct = first == null || !round.processingOver()
                ? Optional.empty()
                : first.findType(processingEnv.getElementUtils());
        struct.map(declarations::name).ifPresent(compilation::checkAll);
        if (isFirstRound) {
            // What later rounds show was generated by others, who copy annotations.
            findStrayAnnotations(round, declarations, diagnostics, sites);
            isFirstRound = false;
        }
        haveErrors |= diagnostics.haveErrors() || round.errorRaised();
        if (!haveErrors && files != null) {
            FilerFiles written = files;
            struct.ifPresent(type -> diagnostics.print(written.writeKept(sites.add(type))));
        }
    }

    private static void findStrayAnnotations(
            RoundEnvironment round, JavacDeclarations declarations, Diagnostics diagnostics, Sites sites) {
        try {
            diagnostics.print(declarations.strayAnnotations(round));
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError failure) {
            round.getRootElements().stream()
                    .findFirst()
                    .ifPresent(root -> diagnostics.print(Finding.of(
                            sites.add(root), Message.INTERNAL_ERROR, root, StructCompilation.trace(failure))));
        }
    }
}
