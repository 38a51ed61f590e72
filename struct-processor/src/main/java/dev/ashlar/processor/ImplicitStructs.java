package dev.ashlar.processor;

import dev.ashlar.processor.read.NestedUse;
import dev.ashlar.processor.read.Reading;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.lang.model.element.TypeElement;

/**
 * The structs whose sources the compiler finds by itself, on its source path, and for which no processor runs: a view that
 * lies there is of an earlier version, or may be.
 */
final class ImplicitStructs {
    private final Function<TypeElement, Reading> readings;
    private final Predicate<TypeElement> isCompiledHere;
    private final Predicate<TypeElement> isSource;
    private final Map<TypeElement, Optional<TypeElement>> known = new HashMap<>();

    /**
     * @param isCompiledHere whether the processor runs for a struct in this compilation
     * @param isSource whether the compiler has read it from a source
     */
    ImplicitStructs(
            Function<TypeElement, Reading> readings,
            Predicate<TypeElement> isCompiledHere,
            Predicate<TypeElement> isSource) {
        this.readings = readings;
        this.isCompiledHere = isCompiledHere;
        this.isSource = isSource;
    }

    /** {@code struct} itself, or the first that it holds, to any depth; empty when there is none. */
    Optional<TypeElement> find(TypeElement struct) {
        Optional<TypeElement> found = known.get(struct);
        if (found == null) {
            found = search(struct);
            known.put(struct, found);
        }
        return found;
    }

    private Optional<TypeElement> search(TypeElement struct) {
        if (isCompiledHere.test(struct)) {
            return Optional.empty();
        }
        if (isSource.test(struct)) {
            return Optional.of(struct);
        }
        List<NestedUse> uses = readings.apply(struct).uses();
        return uses.stream().flatMap(use -> find(use.type()).stream()).findFirst();
    }
}
