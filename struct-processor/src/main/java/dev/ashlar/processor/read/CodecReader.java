package dev.ashlar.processor.read;

import dev.ashlar.processor.model.CodecModel;
import dev.ashlar.processor.model.JavaPrimitive;
import dev.ashlar.processor.model.Message;
import dev.ashlar.struct.StoredBy;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Reads what stores a component that has no layout of its own: its codec, and the form in which that stores it. */
final class CodecReader {
    /**
     * A codec of one component.
     *
     * @param storedType the type of what is stored for the whole component
     * @param byteSize the length of a {@code byte[]}; 0 for every other type
     */
    record Codec(CodecModel model, TypeMirror storedType, int byteSize) {}

    private final Elements elements;
    private final Types types;
    private final NestedReader nested;
    private final Findings findings;

    CodecReader(Elements elements, Types types, NestedReader nested, Findings findings) {
        this.elements = elements;
        this.types = types;
        this.nested = nested;
        this.findings = findings;
    }

    /** Returns whether a codec stores a component whose values are of type {@code value}. */
    boolean isAsked(TypeMirror value, ComponentSettings settings) {
        return settings.has(StoredBy.class)
                || StandardCodecs.find(value, elements).isPresent();
    }

    /** Reads the codec that {@link #isAsked}; null, with a finding or a gap, when it cannot be used. */
    @Nullable
    Codec read(TypeMirror type, ComponentSettings settings) {
        TypeMirror value = type instanceof ArrayType array ? array.getComponentType() : type;
        CodecModel.ValueType valueType = valueType(value, settings);
        TypeElement codec = settings.has(StoredBy.class)
                ? named(settings)
                : StandardCodecs.find(value, elements).orElseThrow();
        if (valueType == null || codec == null || !canBeCalled(codec, settings)) {
            return null;
        }
        CodecMethods methods = new CodecMethods(codec, value, settings, findings);
        TypeMirror stored = methods.check() ? methods.stored() : null;
        if (stored == null) {
            return null;
        }
        CodecForm form = CodecForm.of(codec, stored, methods.takesLength(), nested, settings, findings);
        if (form == null || !form.fits(type)) {
            return null;
        }
        CodecModel model = new CodecModel(
                StructNames.of(codec, elements),
                DeclarationReader.isPublic(codec),
                valueType,
                type instanceof ArrayType,
                settings.scale(),
                methods.takesLength(),
                form.suffix());
        return new Codec(model, type instanceof ArrayType ? types.getArrayType(stored) : stored, form.byteSize());
    }

    private @Nullable TypeElement named(ComponentSettings settings) {
        Optional<TypeMirror> written = settings.codec();
        if (written.isEmpty() || written.get().getKind() == TypeKind.ERROR) {
            findings.gap(settings.site(), Message.UNRESOLVED_VALUE, settings.name(), "StoredBy");
            return null;
        }
        if (written.get() instanceof DeclaredType declared && declared.asElement() instanceof TypeElement codec) {
            return codec;
        }
        findings.wrong(
                settings.site(),
                Message.CODEC_METHOD,
                settings.name(),
                TypeDescription.of(written.get()),
                "no methods",
                "'public static S encode(" + TypeDescription.of(settings.type()) + " value)', S being what is stored");
        return null;
    }

    private CodecModel.@Nullable ValueType valueType(TypeMirror value, ComponentSettings settings) {
        if (value.getKind().isPrimitive()) {
            return new CodecModel.PrimitiveValue(
                    JavaPrimitive.valueOf(value.getKind().name()));
        }
        if (!(value instanceof DeclaredType declared) || !(declared.asElement() instanceof TypeElement element)) {
            findings.wrong(
                    settings.site(),
                    Message.COMPONENT_TYPE,
                    settings.name(),
                    settings.describe(settings.type()),
                    TypeAdvice.ofElement(value));
            return null;
        }
        if (nested.isStruct(element)) {
            findings.wrong(settings.site(), Message.CODEC_ON_STRUCT, settings.name(), settings.describe(value));
            return null;
        }
        if (!element.getTypeParameters().isEmpty() || isInsideGeneric(declared)) {
            findings.wrong(settings.site(), Message.CODEC_GENERIC, settings.name(), settings.describe(value));
            return null;
        }
        return nested.canName(element, settings)
                ? new CodecModel.ObjectValue(
                        StructNames.of(element, elements), DeclarationReader.isPublic(element), hasEquals(element))
                : null;
    }

    /** A record that holds an array is taken for one whose copies are not equal, though it may declare the method. */
    private boolean hasEquals(TypeElement value) {
        return switch (value.getKind()) {
            case ENUM -> true;
            case RECORD ->
                value.getRecordComponents().stream()
                        .noneMatch(component -> component.asType().getKind() == TypeKind.ARRAY);
            default ->
                ElementFilter.methodsIn(elements.getAllMembers(value)).stream().anyMatch(CodecReader::isEquals);
        };
    }

    private static boolean isEquals(ExecutableElement method) {
        return method.getSimpleName().contentEquals("equals")
                && method.getParameters().size() == 1
                && isObject(method.getParameters().getFirst().asType())
                && method.getEnclosingElement() instanceof TypeElement owner
                && !isObject(owner.asType())
                && !method.getModifiers().contains(Modifier.ABSTRACT);
    }

    private static boolean isObject(TypeMirror type) {
        return TypeDescription.qualifiedName(type).equals("java.lang.Object");
    }

    // Outer<String>.Money
    private static boolean isInsideGeneric(DeclaredType type) {
        return type.getEnclosingType() instanceof DeclaredType outer
                && (!outer.getTypeArguments().isEmpty() || isInsideGeneric(outer));
    }

    private boolean canBeCalled(TypeElement codec, ComponentSettings settings) {
        Optional<Name> hidden = nested.hidden(codec);
        if (hidden.isPresent()) {
            findings.wrong(
                    settings.site(), Message.CODEC_HIDDEN, settings.name(), codec.getQualifiedName(), hidden.get());
            return false;
        }
        boolean isInner = codec.getKind() == ElementKind.CLASS
                && codec.getEnclosingElement() instanceof TypeElement
                && !codec.getModifiers().contains(Modifier.STATIC);
        if (isInner) {
            findings.wrong(settings.site(), Message.CODEC_INNER, settings.name(), codec.getQualifiedName());
            return false;
        }
        String first = StructNames.of(codec, elements).simpleNames().getFirst();
        if (Character.isLowerCase(first.codePointAt(0))) {
            findings.wrong(settings.site(), Message.CODEC_LOWER_CASE, settings.name(), codec.getQualifiedName(), first);
            return false;
        }
        return true;
    }
}
