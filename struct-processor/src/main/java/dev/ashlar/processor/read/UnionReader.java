package dev.ashlar.processor.read;

import dev.ashlar.processor.model.ComponentModel;
import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.model.Message;
import dev.ashlar.processor.model.Site;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.processor.model.StructName;
import dev.ashlar.processor.model.UnionModel;
import dev.ashlar.struct.Code;
import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.Stored;
import dev.ashlar.struct.Variants;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads sealed interfaces: each is a struct of two components, a tag and the union of its variants. */
final class UnionReader {
    private final NestedReader nested;
    private final DeclarationFiles files;
    private final TypeElement union;
    private final Site site;
    private final Findings findings;

    /** The interfaces whose variants are in an order that is written nowhere, with these variants. */
    private final Map<TypeElement, List<TypeElement>> unordered = new LinkedHashMap<>();

    UnionReader(NestedReader nested, DeclarationFiles files, TypeElement union, Site site, Findings findings) {
        this.nested = nested;
        this.files = files;
        this.union = union;
        this.site = site;
        this.findings = findings;
    }

    /** Returns whether {@code type} is declared as unions are. */
    static boolean isUnion(TypeElement type) {
        return type.getKind() == ElementKind.INTERFACE
                && (type.getModifiers().contains(Modifier.SEALED) || listsVariants(type));
    }

    /** Kotlin does not show processors what an interface permits, so it is listed. */
    static boolean listsVariants(TypeElement type) {
        return Annotations.has(type, Variants.class) && KotlinClass.isKotlin(type);
    }

    /** Tag and union; empty, with a finding here or in a variant, when it cannot be one. */
    Optional<List<ComponentModel>> components(StructName name) {
        Set<TypeElement> types = new LinkedHashSet<>();
        boolean isComplete = addVariants(union, types);
        List<UnionModel.Variant> variants = new ArrayList<>();
        for (TypeElement type : types) {
            UnionModel.Variant variant = variant(type, variants.size());
            if (variant != null) {
                variants.add(variant);
            }
        }
        StorageType stored = storage();
        if (!isComplete || stored == null || variants.isEmpty() || variants.size() < types.size()) {
            return Optional.empty();
        }
        UnionModel model = new UnionModel(name, variants);
        if (!model.hasCodes() && !unordered.isEmpty()) {
            findings.wrong(
                    site, Message.TAG_UNORDERED, union.getQualifiedName(), reasons(), codes(variants), clauses());
            return Optional.empty();
        }
        return Optional.of(List.of(
                ComponentModel.plain("tag", new ComponentType.Tag(model, stored), site),
                ComponentModel.plain("value", new ComponentType.Union(model), site)));
    }

    /** Adds the records that an interface permits, those of further sealed interfaces at their place. */
    private boolean addVariants(TypeElement sealed, Set<TypeElement> variants) {
        boolean isComplete = true;
        for (Object permitted : permitted(sealed)) {
            if (!(permitted instanceof DeclaredType declared) || declared.getKind() == TypeKind.ERROR) {
                findings.gap(
                        site, Message.UNION_VARIANT, union.getQualifiedName(), permitted, "unknown to the compiler");
                isComplete = false;
                continue;
            }
            TypeElement type = (TypeElement) declared.asElement();
            if (type.getInterfaces().stream().noneMatch(parent -> isOf(sealed, parent))) {
                findings.wrong(
                        site,
                        Message.UNION_VARIANT,
                        union.getQualifiedName(),
                        type.getSimpleName(),
                        "a type that does not implement it");
                isComplete = false;
            } else if (isUnion(type)) {
                isComplete &= addVariants(type, variants);
            } else if (DeclarationReader.isPossible(type) && nested.isStruct(type)) {
                variants.add(type);
            } else {
                String what = DeclarationReader.isPossible(type)
                        ? "a record without @Struct"
                        : DeclarationReader.description(type);
                findings.wrong(site, Message.UNION_VARIANT, union.getQualifiedName(), type.getSimpleName(), what);
                isComplete = false;
            }
        }
        return isComplete;
    }

    private List<?> permitted(TypeElement sealed) {
        if (listsVariants(sealed)) {
            return Annotations.find(sealed, Variants.class).stream()
                    .flatMap(variants -> Annotations.values(variants, "value").stream())
                    .map(AnnotationValue::getValue)
                    .toList();
        }
        List<? extends TypeMirror> permitted = sealed.getPermittedSubclasses();
        if (permitted.size() < 2 || files.hasPermits(sealed)) {
            return permitted;
        }
        // javac has them in the order of the source, ecj sorts those that are nested in the interface by name.
        List<TypeElement> inSource = permitted.stream()
                .map(type -> (TypeElement) ((DeclaredType) type).asElement())
                .sorted(Comparator.comparingInt(files::position))
                .toList();
        unordered.put(sealed, inSource);
        return inSource.stream().map(TypeElement::asType).toList();
    }

    // @Code(0) on Zed, @Code(1) on Alpha
    private static String codes(List<UnionModel.Variant> variants) {
        return variants.stream()
                .map(variant -> "@Code(" + variant.number() + ") on " + variant.name())
                .collect(Collectors.joining(", "));
    }

    // U has no permits clause
    // the class file of U shows no permits clause
    private String reasons() {
        return unordered.keySet().stream()
                .map(type -> files.isCompiled(type)
                        ? "the class file of " + type.getSimpleName() + " shows no permits clause"
                        : type.getSimpleName() + " has no permits clause")
                .collect(Collectors.joining(" and "));
    }

    // permits U.Zed, U.Alpha on U
    // @Struct and permits U.Zed, U.Alpha on U
    private String clauses() {
        return unordered.entrySet().stream()
                .map(entry -> clause(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("; "));
    }

    private String clause(TypeElement sealed, List<TypeElement> permitted) {
        return permitted.stream()
                .map(nested::nameInPackage)
                .collect(Collectors.joining(
                        ", ",
                        files.isCompiled(sealed) ? "@Struct and permits " : "permits ",
                        " on " + sealed.getSimpleName()));
    }

    private static boolean isOf(TypeElement sealed, TypeMirror parent) {
        return parent instanceof DeclaredType declared && declared.asElement().equals(sealed);
    }

    private UnionModel.@Nullable Variant variant(TypeElement type, int place) {
        ComponentSettings settings = new ComponentSettings(type, site, findings);
        // That a variant is private is said where it is declared.
        boolean canBeNamed = nested.isInSamePackage(type) || nested.canName(type, settings);
        StructModel struct = canBeNamed ? nested.read(type, settings) : null;
        if (struct == null) {
            return null;
        }
        Long code = code(type);
        return new UnionModel.Variant(struct, code == null ? place : code, code != null);
    }

    private @Nullable Long code(TypeElement type) {
        Optional<? extends AnnotationMirror> code = Annotations.find(type, Code.class);
        if (code.isEmpty()) {
            return null;
        }
        Optional<Long> number = Annotations.number(code.get(), "value", 0);
        if (number.isEmpty()) {
            findings.gap(site, Message.UNRESOLVED_VALUE, type.getQualifiedName(), "Code");
        }
        return number.orElse(null);
    }

    private @Nullable StorageType storage() {
        ComponentSettings settings = new ComponentSettings(union, site, findings);
        settings.checkContradictions();
        if (!settings.has(Stored.class)) {
            return StorageType.I32;
        }
        StorageType stored = settings.stored();
        if (stored != null && !StorageRule.ofTag().contains(stored)) {
            findings.wrong(site, Message.TAG_STORAGE, union.getQualifiedName(), stored, StorageRule.ofTag());
            return null;
        }
        return stored;
    }
}
