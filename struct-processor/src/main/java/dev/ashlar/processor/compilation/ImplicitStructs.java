package dev.ashlar.processor.compilation;

import dev.ashlar.processor.model.NestedUse;
import dev.ashlar.processor.model.Reading;
import dev.ashlar.processor.model.StructName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The structs whose sources the compiler finds by itself, on its source path, and for which no processor runs: a view there may be out of date.
 */
final class ImplicitStructs {
    private final Function<StructName, Reading> readings;
    private final Predicate<StructName> isCompiledHere;
    private final Predicate<StructName> isSource;
    private final Map<StructName, Optional<StructName>> known = new HashMap<>();

    /**
     * @param isCompiledHere whether the processor runs for a struct in this compilation
     * @param isSource whether the compiler has read it from a source
     */
    ImplicitStructs(
            Function<StructName, Reading> readings,
            Predicate<StructName> isCompiledHere,
            Predicate<StructName> isSource) {
        this.readings = readings;
        this.isCompiledHere = isCompiledHere;
        this.isSource = isSource;
    }

    /** {@code struct} itself, or the first that it holds, to any depth; empty when there is none. */
    Optional<StructName> find(StructName struct) {
        Optional<StructName> found = known.get(struct);
        if (found == null) {
            found = search(struct);
            known.put(struct, found);
        }
        return found;
    }

    private Optional<StructName> search(StructName struct) {
        if (isCompiledHere.test(struct)) {
            return Optional.empty();
        }
        if (isSource.test(struct)) {
            return Optional.of(struct);
        }
        List<NestedUse> uses = readings.apply(struct).uses();
        return uses.stream().flatMap(use -> find(use.struct()).stream()).findFirst();
    }
}
