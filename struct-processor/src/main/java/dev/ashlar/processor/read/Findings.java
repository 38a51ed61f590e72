package dev.ashlar.processor.read;

import dev.ashlar.processor.model.Finding;
import dev.ashlar.processor.model.Message;
import dev.ashlar.processor.model.Site;
import java.util.ArrayList;
import java.util.List;

/** The findings of one reading as they come up: what is wrong for good, and what may still be written by others. */
final class Findings {
    private final List<Finding> wrong = new ArrayList<>();
    private final List<Finding> gaps = new ArrayList<>();

    void wrong(Site site, Message message, Object... facts) {
        wrong.add(Finding.of(site, message, facts));
    }

    void gap(Site site, Message message, Object... facts) {
        gaps.add(Finding.of(site, message, facts));
    }

    List<Finding> wrong() {
        return wrong;
    }

    List<Finding> gaps() {
        return gaps;
    }
}
