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
 * @param uses the structs that it holds, with their place in this one
 * @param references the structs that it refers to, itself perhaps among them
 */
public record Reading(
        Optional<StructModel> struct,
        List<Finding> findings,
        List<Finding> gaps,
        List<NestedUse> uses,
        List<NestedUse> references) {
    public Reading {
        findings = List.copyOf(findings);
        gaps = List.copyOf(gaps);
        uses = List.copyOf(uses);
        references = List.copyOf(references);
    }
}
