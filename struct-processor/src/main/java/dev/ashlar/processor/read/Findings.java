package dev.ashlar.processor.read;

import dev.ashlar.processor.model.Finding;
import dev.ashlar.processor.model.Message;
import dev.ashlar.processor.model.NestedUse;
import dev.ashlar.processor.model.Reading;
import dev.ashlar.processor.model.Site;
import dev.ashlar.processor.model.StructModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The findings of one reading as they come up: what is wrong for good, what may still be written by others, which other
 * structs must be in order, and which must at least have views.
 */
final class Findings {
    private final List<Finding> wrong = new ArrayList<>();
    private final List<Finding> gaps = new ArrayList<>();
    private final List<NestedUse> uses = new ArrayList<>();
    private final List<NestedUse> references = new ArrayList<>();

    void wrong(Site site, Message message, Object... facts) {
        wrong.add(Finding.of(site, message, facts));
    }

    void uses(NestedUse use) {
        uses.add(use);
    }

    void refersTo(NestedUse reference) {
        references.add(reference);
    }

    void gap(Site site, Message message, Object... facts) {
        gaps.add(Finding.of(site, message, facts));
    }

    /** Returns the result of reading a struct. */
    Reading reading(Optional<StructModel> struct) {
        return new Reading(struct, wrong, gaps, uses, references);
    }
}
