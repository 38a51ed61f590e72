package dev.ashlar.processor.read;

import dev.ashlar.processor.model.Finding;
import dev.ashlar.processor.model.StructModel;
import java.util.List;
import java.util.Optional;

/**
 * What came of reading one struct.
 *
 * @param struct empty when the declaration is not even a record
 * @param findings what is wrong for good
 * @param gaps what the compiler does not know yet; another processor may still write it
 */
public record Reading(Optional<StructModel> struct, List<Finding> findings, List<Finding> gaps) {
    public Reading {
        findings = List.copyOf(findings);
        gaps = List.copyOf(gaps);
    }
}
