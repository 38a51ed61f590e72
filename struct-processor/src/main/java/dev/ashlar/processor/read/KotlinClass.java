package dev.ashlar.processor.read;

import dev.ashlar.processor.model.Message;
import dev.ashlar.processor.model.PropertyName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * A data class of Kotlin as Java sees it, in a stub of kapt or a class file: its properties are the first fields that are
 * not static, as many as it has methods {@code component1()}, {@code component2()} and so on, and in the same order they
 * are the parameters of its constructor.
 *
 * <p>That it is a data class, and how many properties it has, stands in the names that the compiler of Kotlin lists in
 * {@code kotlin.Metadata}: methods that Java cannot name are left out of stubs, but not of that list.
 */
final class KotlinClass {
    static final String METADATA = "kotlin.Metadata";
    private static final Pattern RENAMED = Pattern.compile("p\\d+_\\d+");

    private final TypeElement type;
    private final Types types;
    private final NamedStructs named;
    private final Findings findings;
    private final List<VariableElement> fields;
    private final List<ExecutableElement> methods;
    private final int size;
    private final Set<String> withNullableElements;

    /** True if the order of the fields may differ from that of the properties. */
    private final boolean isOrderUnknown;

    KotlinClass(TypeElement type, Types types, NamedStructs named, DeclarationFiles files, Findings findings) {
        this.type = type;
        this.types = types;
        this.named = named;
        this.findings = findings;
        this.methods = ElementFilter.methodsIn(type.getEnclosedElements());
        List<VariableElement> own = new ArrayList<>(ElementFilter.fieldsIn(type.getEnclosedElements()));
        own.removeIf(field -> field.getModifiers().contains(Modifier.STATIC));
        Optional<List<VariableElement>> inOrder = files.inOrder(own, type);
        this.fields = inOrder.orElse(own);
        this.isOrderUnknown = inOrder.isEmpty();
        this.size = size(type);
        this.withNullableElements = KotlinMetadata.withNullableElements(type);
    }

    /** Returns whether {@code type} was written in Kotlin. */
    static boolean isKotlin(TypeElement type) {
        return Annotations.find(type, METADATA).isPresent();
    }

    /** Returns whether {@code type} is a data class. Those with {@code @JvmRecord} are records. */
    static boolean isDataClass(TypeElement type) {
        return type.getKind() == ElementKind.CLASS && size(type) > 0;
    }

    /** Counts the properties of a data class; 0 for anything else. */
    private static int size(TypeElement type) {
        Set<String> names = names(type);
        if (!names.contains("copy")) {
            return 0;
        }
        int size = 0;
        while (names.contains("component" + (size + 1))) {
            size++;
        }
        return size;
    }

    private static Set<String> names(TypeElement type) {
        Set<String> names = new HashSet<>();
        Annotations.find(type, METADATA).map(metadata -> Annotations.values(metadata, "d2")).stream()
                .flatMap(List::stream)
                .map(AnnotationValue::getValue)
                .forEach(name -> names.add(name.toString()));
        return names;
    }

    /** Its properties, in order; those that views cannot read are left out, with a finding. */
    List<ComponentDeclaration> components() {
        if (isOrderUnknown) {
            String name = type.getQualifiedName().toString();
            findings.wrong(named.site(type, type), Message.UNKNOWN_ORDER, name, type.getQualifiedName(), "properties");
            return List.of();
        }
        if (fields.size() < size || hasRenamedParameter()) {
            findings.wrong(named.site(type, type), Message.KOTLIN_NAME, type.getQualifiedName(), namesUnknownToJava());
            return List.of();
        }
        ExecutableElement constructor = constructor();
        List<ComponentDeclaration> components = new ArrayList<>();
        boolean hidesValues = false;
        for (int index = 0; index < size; index++) {
            ExecutableElement getter = getter(fields.get(index), index + 1);
            if (getter == null) {
                hidesValues |= !explainHidden(index);
            } else {
                components.add(component(index, getter, constructor));
            }
        }
        // Where a property is of a value class, the constructor that Java could call is private too.
        if (!hidesValues && (constructor == null || constructor.getModifiers().contains(Modifier.PRIVATE))) {
            findings.wrong(named.site(type, type), Message.KOTLIN_CONSTRUCTOR, type.getQualifiedName());
        }
        fields.subList(size, fields.size()).forEach(field -> wrong(field, Message.KOTLIN_BODY_PROPERTY));
        return components;
    }

    private ComponentDeclaration component(
            int index, ExecutableElement getter, @Nullable ExecutableElement constructor) {
        VariableElement field = fields.get(index);
        List<Element> annotated = new ArrayList<>(List.of(field));
        if (constructor != null) {
            annotated.add(constructor.getParameters().get(index));
        }
        annotated.add(getter);
        return new ComponentDeclaration(
                field.getSimpleName().toString(),
                field.asType(),
                getter.getSimpleName().toString(),
                field,
                annotated,
                List.of(),
                withNullableElements.contains(field.getSimpleName().toString()),
                true);
    }

    /** Says why a property has no getter: it is private, which this returns, or of a value class. */
    private boolean explainHidden(int index) {
        boolean isPrivate = hasPrivate("component" + (index + 1));
        wrong(fields.get(index), isPrivate ? Message.KOTLIN_PRIVATE_PROPERTY : Message.KOTLIN_VALUE_CLASS);
        return isPrivate;
    }

    private Object namesUnknownToJava() {
        List<String> keywords =
                names(type).stream().filter(SourceVersion::isKeyword).sorted().toList();
        return keywords.isEmpty() ? "signs that are not letters" : keywords;
    }

    /** A name that Java does not allow is replaced in the stub's constructor, and its field is left out. */
    private boolean hasRenamedParameter() {
        return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .flatMap(constructor -> constructor.getParameters().stream())
                .map(VariableElement::getSimpleName)
                .filter(name ->
                        fields.stream().noneMatch(field -> field.getSimpleName().equals(name)))
                .anyMatch(name -> RENAMED.matcher(name).matches());
    }

    private void wrong(VariableElement field, Message message) {
        String name =
                type.getQualifiedName() + "." + field.getSimpleName().toString().replaceFirst("\\$delegate$", "");
        findings.wrong(named.site(field, type), message, name, TypeDescription.inKotlin(field.asType()));
    }

    /** The constructor whose parameters are the properties; null when there is none. */
    private @Nullable ExecutableElement constructor() {
        for (ExecutableElement constructor : ElementFilter.constructorsIn(type.getEnclosedElements())) {
            if (takesProperties(constructor)) {
                return constructor;
            }
        }
        return null;
    }

    private boolean takesProperties(ExecutableElement constructor) {
        if (constructor.getParameters().size() != size) {
            return false;
        }
        for (int index = 0; index < size; index++) {
            TypeMirror parameter = constructor.getParameters().get(index).asType();
            if (!isSame(parameter, fields.get(index).asType())) {
                return false;
            }
        }
        return true;
    }

    /** A getter of the name that Kotlin gives it, with the module's name behind it where it is internal; else componentN. */
    private @Nullable ExecutableElement getter(VariableElement field, int number) {
        String property = PropertyName.getter(field.getSimpleName().toString());
        return find(property, field).or(() -> find("component" + number, field)).orElse(null);
    }

    private Optional<ExecutableElement> find(String name, VariableElement field) {
        return methods.stream()
                .filter(method -> isNamed(method, name))
                .filter(method -> method.getParameters().isEmpty()
                        && !method.getModifiers().contains(Modifier.PRIVATE)
                        && isSame(method.getReturnType(), field.asType()))
                .findFirst();
    }

    private boolean hasPrivate(String name) {
        return methods.stream()
                .anyMatch(
                        method -> isNamed(method, name) && method.getModifiers().contains(Modifier.PRIVATE));
    }

    private static boolean isNamed(ExecutableElement method, String name) {
        String actual = method.getSimpleName().toString();
        return actual.equals(name) || (actual.startsWith(name + "$") && SourceVersion.isIdentifier(actual));
    }

    private boolean isSame(TypeMirror a, TypeMirror b) {
        return types.isSameType(types.erasure(a), types.erasure(b));
    }
}
