package dev.ashlar.processor.model;

import java.util.List;
import java.util.Optional;

/**
 * The result of reading one struct.
 *
 * @param struct the struct; empty when the declaration cannot be one
 * @param findings errors that no later round can change
 * @param gaps what the compiler does not know yet, because another processor may still write it
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
