package dev.ashlar.processor;

import dev.ashlar.processor.model.Finding;
import dev.ashlar.processor.read.HolderReading;
import dev.ashlar.processor.read.JavacDeclarations;
import dev.ashlar.struct.StructsFor;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * The elements with a {@code @StructsFor}, of all rounds. Each round reads them anew, since structs of any round may hold
 * what they name; one that names what the compiler does not know yet is read until the compiler does.
 */
final class NamedHolders {
    private final Elements elements;
    private final Set<Remembered> holders = new LinkedHashSet<>();
    private final Set<Remembered> reported = new LinkedHashSet<>();
    private final Set<Remembered> named = new LinkedHashSet<>();

    NamedHolders(Elements elements) {
        this.elements = elements;
    }

    /** The structs that are named for the first time. Errors in what names them are reported. */
    List<TypeElement> read(RoundEnvironment round, JavacDeclarations declarations, Consumer<Finding> report) {
        round.getElementsAnnotatedWith(StructsFor.class)
                .forEach(holder -> holders.add(Remembered.of(holder, elements)));
        List<TypeElement> structs = new ArrayList<>();
        for (Remembered holder : holders) {
            Optional<? extends Element> element = holder.find(elements);
            if (element.isEmpty()) {
                continue;
            }
            HolderReading names = declarations.readHolder(element.get());
            if ((names.gaps().isEmpty() || round.processingOver()) && reported.add(holder)) {
                names.findings().forEach(report);
                names.gaps().forEach(report);
            }
            for (TypeElement struct : names.types()) {
                if (named.add(Remembered.of(struct, elements))) {
                    structs.add(struct);
                }
            }
        }
        return structs;
    }
}
