package dev.ashlar.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.Iterator;
import javax.lang.model.element.Modifier;

/**
 * The iterators of arrays, columns, lists and chains. Each class that can be iterated over has an iterator class of its
 * own, which inherits everything but how an element is made: so the JIT knows which view that is, and removes it, however
 * many kinds of structs a program iterates over.
 */
final class ElementIterator {
    private ElementIterator() {}

    // public Iterator<PersonView> iterator() {
    //     return new StructIterator<PersonView>(size) {
    //         protected PersonView element(long index) { return get(index); }
    static MethodSpec ofSequence(TypeName element) {
        return method(
                element,
                TypeSpec.anonymousClassBuilder("size")
                        .superclass(ParameterizedTypeName.get(Library.STRUCT_ITERATOR, element))
                        .addMethod(hook("element", element)
                                .addParameter(TypeName.LONG, "index")
                                .addStatement("return get(index)")
                                .build())
                        .build());
    }

    // public Iterator<PersonView> iterator() {
    //     return new StructListIterator<PersonView>(this) {
    //         protected PersonView element(Memory memory, long index) { return viewAt(memory, index); }
    static MethodSpec ofList(ClassName view) {
        return method(
                view,
                TypeSpec.anonymousClassBuilder("this")
                        .superclass(ParameterizedTypeName.get(Library.STRUCT_LIST_ITERATOR, view))
                        .addMethod(hook("element", view)
                                .addParameter(Library.MEMORY, "memory")
                                .addParameter(TypeName.LONG, "index")
                                .addStatement("return viewAt(memory, index)")
                                .build())
                        .build());
    }

    /** For the description of a struct with a tail. */
    // protected Iterator<EntryView> structsIn(Memory memory, long byteSize) {
    //     return new StructLogIterator<EntryView>(memory, byteSize) {
    //         protected EntryView view(Memory memory, long byteOffset) { return at(memory, byteOffset); }
    //         protected long byteSize(Memory memory, long byteOffset) { return byteSizeAt(memory, byteOffset); }
    static MethodSpec ofLog(ClassName view) {
        TypeSpec iterator = TypeSpec.anonymousClassBuilder("memory, byteSize")
                .superclass(ParameterizedTypeName.get(Library.STRUCT_LOG_ITERATOR, view))
                .addMethod(hook("view", view)
                        .addParameter(Library.MEMORY, "memory")
                        .addParameter(TypeName.LONG, "byteOffset")
                        .addStatement("return at(memory, byteOffset)")
                        .build())
                .addMethod(hook("byteSize", TypeName.LONG)
                        .addParameter(Library.MEMORY, "memory")
                        .addParameter(TypeName.LONG, "byteOffset")
                        .addStatement("return byteSizeAt(memory, byteOffset)")
                        .build())
                .build();
        return hook("structsIn", iteratorOf(view))
                .addParameter(Library.MEMORY, "memory")
                .addParameter(TypeName.LONG, "byteSize")
                .addStatement("return $L", iterator)
                .build();
    }

    /** The method that gives an iterator of an anonymous class. */
    static MethodSpec method(TypeName element, TypeSpec iterator) {
        return Library.override("iterator")
                .returns(iteratorOf(element))
                .addStatement("return $L", iterator)
                .build();
    }

    /** A method that an iterator asks its subclass for. */
    static MethodSpec.Builder hook(String name, TypeName returned) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(returned);
    }

    private static TypeName iteratorOf(TypeName element) {
        return ParameterizedTypeName.get(ClassName.get(Iterator.class), element);
    }
}
