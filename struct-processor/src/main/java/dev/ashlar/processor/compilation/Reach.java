package dev.ashlar.processor.compilation;

import dev.ashlar.processor.model.NestedUse;
import dev.ashlar.processor.model.Reading;
import dev.ashlar.processor.model.StructName;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The structs whose generated classes those of one struct refer to: those that it holds or refers to, those that these do,
 * and so on. References may lead in circles.
 */
final class Reach {
    private final Function<StructName, Reading> readings;
    private final Predicate<StructName> isCompiledHere;
    private final Set<StructName> reached = new LinkedHashSet<>();

    private Reach(Function<StructName, Reading> readings, Predicate<StructName> isCompiledHere) {
        this.readings = readings;
        this.isCompiledHere = isCompiledHere;
    }

    /** The structs that {@code struct} reaches and that are compiled in this compilation, itself included. */
    static Set<StructName> of(
            StructName struct, Function<StructName, Reading> readings, Predicate<StructName> isCompiledHere) {
        Reach reach = new Reach(readings, isCompiledHere);
        reach.add(struct);
        return reach.reached;
    }

    private void add(StructName struct) {
        if (!isCompiledHere.test(struct) || !reached.add(struct)) {
            return;
        }
        Reading reading = readings.apply(struct);
        reading.uses().stream().map(NestedUse::struct).forEach(this::add);
        reading.references().stream().map(NestedUse::struct).forEach(this::add);
    }
}
