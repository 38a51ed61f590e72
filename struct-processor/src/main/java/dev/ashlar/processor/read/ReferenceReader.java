package dev.ashlar.processor.read;

import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.model.Message;
import dev.ashlar.processor.model.NestedUse;
import dev.ashlar.processor.model.StructName;
import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.Tail;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Reads references. The struct referred to is only named here: it may be the one that is being read. */
final class ReferenceReader {
    static final String REF = "dev.ashlar.struct.Ref";

    private final NestedReader nested;
    private final ElementTypeReader types;
    private final Findings findings;

    ReferenceReader(NestedReader nested, ElementTypeReader types, Findings findings) {
        this.nested = nested;
        this.types = types;
        this.findings = findings;
    }

    /** Reads a {@code Ref}; null, with a finding, when it cannot be stored. */
    ComponentType.@Nullable Reference read(DeclaredType type, ComponentSettings settings) {
        TypeMirror target = type.getTypeArguments().isEmpty()
                ? null
                : type.getTypeArguments().getFirst();
        if (target != null && target.getKind() == TypeKind.ERROR) {
            findings.gap(settings.site(), Message.UNRESOLVED_TYPE, settings.name(), target);
            return null;
        }
        StorageType stored = types.address(type, settings);
        if (!(target instanceof DeclaredType declared)
                || !(declared.asElement() instanceof TypeElement struct)
                || !nested.isStruct(struct)) {
            findings.wrong(
                    settings.site(),
                    Message.REF_TARGET,
                    settings.name(),
                    target == null ? "any type" : settings.describe(target),
                    settings.advise(
                            target != null && TypeAdvice.isRecord(target)
                                    ? "annotate that record with @Struct, or name it in a @StructsFor"
                                    : "name a record with @Struct, as in Ref<Node>, or store the address as a long"));
            return null;
        }
        if (stored == null || (!nested.isInSamePackage(struct) && !nested.canName(struct, settings))) {
            return null;
        }
        if (reachesEnd(struct)) {
            findings.wrong(settings.site(), Message.REF_TO_END, settings.name(), settings.describe(declared));
            return null;
        }
        StructName name = nested.nameOf(struct);
        findings.refersTo(new NestedUse(settings.site(), settings.name(), name));
        return new ComponentType.Reference(name, DeclarationReader.isPublic(struct), stored);
    }

    /** Returns whether a component, by whatever stands for it in the class, is a tail to the end of the handle. */
    private static boolean reachesEnd(TypeElement struct) {
        return Stream.concat(
                        struct.getEnclosedElements().stream(),
                        ElementFilter.constructorsIn(struct.getEnclosedElements()).stream()
                                .flatMap(constructor -> constructor.getParameters().stream()))
                .flatMap(element -> Annotations.find(element, Tail.class).stream())
                .anyMatch(tail -> Annotations.flag(tail, "toEnd").orElse(false));
    }
}
