package dev.ashlar.processor.read;

import dev.ashlar.processor.model.Message;
import dev.ashlar.processor.model.Site;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/** The checks of a declaration: its kind, visibility and type parameters. */
final class DeclarationReader {
    private DeclarationReader() {}

    /** Says what is wrong with the declaration of {@code type}, whose view lies in package {@code home}. */
    static void read(TypeElement type, PackageElement home, Site site, Findings findings) {
        String name = type.getQualifiedName().toString();
        if (type.getKind() == ElementKind.INTERFACE && !UnionReader.isUnion(type) && KotlinClass.isKotlin(type)) {
            findings.wrong(site, Message.VARIANTS_MISSING, name);
            return;
        }
        if (!isPossible(type)) {
            findings.wrong(site, Message.NOT_A_RECORD, name, description(type));
            return;
        }
        boolean isFar = true;
        for (Element owner = type; owner != null; owner = owner.getEnclosingElement()) {
            isFar &= !owner.equals(home);
        }
        for (Element owner = type; owner instanceof TypeElement; owner = owner.getEnclosingElement()) {
            if (owner.getModifiers().contains(Modifier.PRIVATE)) {
                findings.wrong(site, Message.PRIVATE_STRUCT, name, owner.getSimpleName());
            } else if (isFar && !owner.getModifiers().contains(Modifier.PUBLIC)) {
                findings.wrong(site, Message.HIDDEN_STRUCT, name, home, owner.getSimpleName());
            }
        }
        if (!type.getTypeParameters().isEmpty()) {
            String parameters =
                    type.getTypeParameters().stream().map(Object::toString).collect(Collectors.joining(", "));
            findings.wrong(site, Message.GENERIC_STRUCT, name, parameters);
        }
        if (type.getKind() == ElementKind.RECORD && type.getRecordComponents().isEmpty()) {
            findings.wrong(site, Message.EMPTY_STRUCT, name);
        }
    }

    /** Returns whether {@code type} is of a kind that can be a struct. */
    static boolean isPossible(TypeElement type) {
        return type.getKind() == ElementKind.RECORD || KotlinClass.isDataClass(type) || UnionReader.isUnion(type);
    }

    /** Returns whether {@code type} and every type around it is public. */
    static boolean isPublic(TypeElement type) {
        for (Element owner = type; owner instanceof TypeElement; owner = owner.getEnclosingElement()) {
            if (!owner.getModifiers().contains(Modifier.PUBLIC)) {
                return false;
            }
        }
        return true;
    }

    /** Describes the kind of {@code type} in words. */
    static String description(TypeElement type) {
        return switch (type.getKind()) {
            case ENUM -> "an enum";
            case INTERFACE -> "an interface that is not sealed";
            case ANNOTATION_TYPE -> "an annotation interface";
            default -> KotlinClass.isKotlin(type) ? "a class of Kotlin that is not a data class" : "a class";
        };
    }
}
