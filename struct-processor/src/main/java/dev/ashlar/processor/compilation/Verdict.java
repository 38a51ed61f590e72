package dev.ashlar.processor.compilation;

import dev.ashlar.processor.model.Finding;
import java.util.List;

/**
 * The result of checking one struct.
 *
 * @param findings errors and warnings of its own
 * @param mustWait whether it, or a struct that it holds, names what the compiler does not know yet
 * @param isInOrder whether its classes can be written; they cannot while a struct that it holds has errors
 */
record Verdict(List<Finding> findings, boolean mustWait, boolean isInOrder) {
    Verdict {
        findings = List.copyOf(findings);
    }
}
