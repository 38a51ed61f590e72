package dev.ashlar.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * A component as it is declared, in Java or in Kotlin.
 *
 * @param name its name
 * @param type its type
 * @param getter the method that tells its value
 * @param element what stands for it in messages
 * @param annotated the elements whose annotations say how it is stored
 * @param nullness further elements that may be annotated as nullable
 * @param hasNullableElements whether Kotlin says that it is an array of elements that may be null
 * @param isKotlin whether the user wrote it in Kotlin
 */
record ComponentDeclaration(
        String name,
        TypeMirror type,
        String getter,
        Element element,
        List<Element> annotated,
        List<Element> nullness,
        boolean hasNullableElements,
        boolean isKotlin) {

    /** The components of a record. Its accessors may be missing: a component named {@code hashCode} has none. */
    static List<ComponentDeclaration> ofRecord(TypeElement type) {
        boolean isKotlin = KotlinClass.isKotlin(type);
        Set<String> withNullableElements = KotlinMetadata.withNullableElements(type);
        List<ComponentDeclaration> components = new ArrayList<>();
        for (RecordComponentElement component : type.getRecordComponents()) {
            components.add(new ComponentDeclaration(
                    component.getSimpleName().toString(),
                    component.asType(),
                    component.getSimpleName().toString(),
                    component,
                    isKotlin ? copies(component, type) : List.of(component),
                    copies(component, type),
                    withNullableElements.contains(component.getSimpleName().toString()),
                    isKotlin));
        }
        return components;
    }

    /**
     * The component, its field, its parameter and its accessor: an annotation may be only for some of these, and Kotlin leaves
     * those of a {@code @JvmRecord} off the component itself.
     */
    private static List<Element> copies(RecordComponentElement component, TypeElement type) {
        List<Element> copies = new ArrayList<>(List.of(component));
        ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                .filter(field -> field.getSimpleName().equals(component.getSimpleName()))
                .forEach(copies::add);
        int index = type.getRecordComponents().indexOf(component);
        ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .filter(constructor -> constructor.getParameters().size()
                        == type.getRecordComponents().size())
                .map(constructor -> constructor.getParameters().get(index))
                .forEach(copies::add);
        Stream.ofNullable(component.getAccessor()).forEach(copies::add);
        return copies;
    }

    /** Everything that is annotated for it. */
    Stream<AnnotationMirror> annotations() {
        return Stream.concat(annotated.stream(), nullness.stream())
                .flatMap(element -> element.getAnnotationMirrors().stream().map(AnnotationMirror.class::cast));
    }
}
