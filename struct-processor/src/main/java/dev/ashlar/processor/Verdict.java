package dev.ashlar.processor;

import dev.ashlar.processor.model.Finding;
import java.util.List;

/**
 * What came of checking one struct.
 *
 * @param findings what is wrong with itself
 * @param mustWait whether it, or a struct that it holds, names what the compiler does not know yet
 * @param isInOrder whether its classes can be written: not while a struct that it holds is not in order
 */
record Verdict(List<Finding> findings, boolean mustWait, boolean isInOrder) {
    Verdict {
        findings = List.copyOf(findings);
    }
}
