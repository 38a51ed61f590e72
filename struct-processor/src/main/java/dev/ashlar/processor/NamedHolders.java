package dev.ashlar.processor;

import dev.ashlar.processor.model.Finding;
import dev.ashlar.processor.read.NamedStructs;
import dev.ashlar.struct.StructsFor;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * What has a {@code @StructsFor}, in all rounds. Each round reads them anew, since structs of any round may hold what they
 * name; one that names what the compiler does not know yet is read until it does.
 */
final class NamedHolders {
    private final Elements elements;
    private final Set<Remembered> holders = new LinkedHashSet<>();
    private final Set<Remembered> reported = new LinkedHashSet<>();
    private final Set<Remembered> named = new LinkedHashSet<>();

    NamedHolders(Elements elements) {
        this.elements = elements;
    }

    /** The structs that are named for the first time. What is wrong with the names is reported. */
    List<TypeElement> read(RoundEnvironment round, StructCompilation compilation) {
        round.getElementsAnnotatedWith(StructsFor.class)
                .forEach(holder -> holders.add(Remembered.of(holder, elements)));
        List<TypeElement> structs = new ArrayList<>();
        for (Remembered holder : holders) {
            Optional<? extends Element> element = holder.find(elements);
            if (element.isEmpty()) {
                continue;
            }
            NamedStructs.Names names = compilation.names(element.get());
            if ((names.gaps().isEmpty() || round.processingOver()) && reported.add(holder)) {
                List<Finding> findings = new ArrayList<>(names.findings());
                findings.addAll(names.gaps());
                compilation.report(findings);
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
