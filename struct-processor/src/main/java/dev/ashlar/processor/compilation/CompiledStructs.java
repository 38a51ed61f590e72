package dev.ashlar.processor.compilation;

import dev.ashlar.processor.model.Declarations;
import dev.ashlar.processor.model.StructName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The structs that are compiled in this compilation, in all of its rounds, and the classes that were generated for them. */
public final class CompiledStructs {
    private final Map<String, StructName> structOfClass = new HashMap<>();
    private final Set<String> expected = new HashSet<>();

    /** Makes known that {@code struct} is compiled in this compilation. */
    public void expect(StructName struct) {
        expected.add(struct.canonicalName());
    }

    /** Returns whether {@code struct} is compiled in this compilation, and not in an earlier one. */
    boolean expects(StructName struct) {
        return expected.contains(struct.canonicalName());
    }

    /** Returns whether a struct of that canonical name is compiled in this compilation, or known from an earlier one. */
    boolean hasStruct(String canonicalName, Declarations declarations) {
        return expected.contains(canonicalName) || declarations.hasClass(canonicalName);
    }

    /** Notes that a class was generated. */
    void add(String className, StructName struct) {
        structOfClass.put(className, struct);
    }

    /**
     * The other owner of the name of a class that is to be generated for {@code struct}; empty if the name is free. A class
     * that an earlier compilation generated is no obstacle: it lies on the class path of an incremental build and is about
     * to be replaced.
     */
    Optional<String> holder(String className, StructName struct, Declarations declarations) {
        StructName owner = structOfClass.get(className);
        if (owner != null) {
            boolean isOwn = struct.canonicalName().equals(owner.canonicalName());
            return isOwn ? Optional.empty() : Optional.of("the struct " + owner.canonicalName());
        }
        boolean isFree = !declarations.hasClass(className) || declarations.hasGenerated(className);
        return isFree ? Optional.empty() : Optional.of("another class");
    }
}
