package dev.ashlar.processor;

import dev.ashlar.processor.read.NestedUse;
import dev.ashlar.processor.read.Reading;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.lang.model.element.TypeElement;

/**
 * The structs whose classes the classes of one struct speak of: those that it holds or refers to, those that these do,
 * and so on. References may lead in circles.
 */
final class Reach {
    private final Function<TypeElement, Reading> readings;
    private final Predicate<TypeElement> isCompiledHere;
    private final Set<TypeElement> reached = new LinkedHashSet<>();

    private Reach(Function<TypeElement, Reading> readings, Predicate<TypeElement> isCompiledHere) {
        this.readings = readings;
        this.isCompiledHere = isCompiledHere;
    }

    /** The structs that {@code struct} reaches and that are compiled in this compilation, itself included. */
    static Set<TypeElement> of(
            TypeElement struct, Function<TypeElement, Reading> readings, Predicate<TypeElement> isCompiledHere) {
        Reach reach = new Reach(readings, isCompiledHere);
        reach.add(struct);
        return reach.reached;
    }

    private void add(TypeElement struct) {
        if (!isCompiledHere.test(struct) || !reached.add(struct)) {
            return;
        }
        Reading reading = readings.apply(struct);
        reading.uses().stream().map(NestedUse::type).forEach(this::add);
        reading.references().stream().map(NestedUse::type).forEach(this::add);
    }
}
