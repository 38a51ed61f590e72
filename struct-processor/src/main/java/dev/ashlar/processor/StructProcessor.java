package dev.ashlar.processor;

import com.google.auto.service.AutoService;
import dev.ashlar.processor.layout.Layouts;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.processor.write.StructWriter;
import dev.ashlar.processor.write.source.SourceFile;
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
import dev.ashlar.struct.Variants;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * The annotation processor of Ashlar: writes the view and the array of every record with {@link Struct}.
 *
 * <p>A struct that names a type the compiler does not know yet waits for the next round, by name, because elements do
 * not live across rounds. What is still unknown in the last round is an error.
 */
@AutoService(Processor.class)
public final class StructProcessor extends AbstractProcessor {
    private final BiFunction<StructModel, Layouts, List<SourceFile>> writer;
    private @Nullable GeneratedFiles files;
    private @Nullable ProcessorOptions options;
    private @Nullable RecordedLayouts recordings;
    private boolean optionsReported;
    private @Nullable NamedHolders holders;
    private @Nullable Remembered first;
    private Set<Remembered> deferred = new LinkedHashSet<>();
    private final Set<Remembered> compiled = new HashSet<>();

    /** For the compiler. */
    public StructProcessor() {
        this(StructWriter::write);
    }

    /** For tests that need a step to fail. */
    StructProcessor(BiFunction<StructModel, Layouts, List<SourceFile>> writer) {
        this.writer = writer;
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
        if (files == null) {
            files = new GeneratedFiles(processingEnv.getFiler(), processingEnv.getElementUtils());
        }
        if (options == null) {
            options = new ProcessorOptions(processingEnv.getOptions());
        }
        if (recordings == null) {
            recordings = new RecordedLayouts(options);
        }
        if (holders == null) {
            holders = new NamedHolders(processingEnv.getElementUtils());
        }
        StructCompilation compilation = new StructCompilation(processingEnv, writer, files, options, recordings);
        List<TypeElement> structs = new ArrayList<>();
        deferred.forEach(
                struct -> struct.findType(processingEnv.getElementUtils()).ifPresent(structs::add));
        structs.addAll(ElementFilter.typesIn(round.getElementsAnnotatedWith(Struct.class)));
        structs.addAll(holders.read(round, compilation));
        structs.forEach(files::expect);
        if (!optionsReported && !structs.isEmpty()) {
            compilation.reportOptions(structs.getFirst());
            optionsReported = true;
        }
        Set<Remembered> waiting = new LinkedHashSet<>();
        for (TypeElement struct : structs) {
            Remembered name = Remembered.of(struct, processingEnv.getElementUtils());
            if (compiled.contains(name)) {
                // ecj shows what it found on the source path in two rounds.
                continue;
            }
            (compilation.compile(struct, round.processingOver()) ? compiled : waiting).add(name);
        }
        deferred = waiting;
        if (first == null && !structs.isEmpty()) {
            first = Remembered.of(structs.getFirst(), processingEnv.getElementUtils());
        }
        if (first != null && round.processingOver()) {
            first.findType(processingEnv.getElementUtils()).ifPresent(compilation::reportUnclaimedLayouts);
        }
        compilation.findStrayAnnotations(round);
        if (first != null && round.processingOver() && !round.errorRaised()) {
            first.findType(processingEnv.getElementUtils()).ifPresent(compilation::recordLayouts);
        }
        return false;
    }
}
