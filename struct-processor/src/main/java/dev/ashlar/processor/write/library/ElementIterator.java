package dev.ashlar.processor.write.library;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.Iterator;
import java.util.List;

/**
 * The iterators of arrays, columns, lists, chains and logs. Each class that can be iterated over has an iterator class of its
 * own, which inherits everything but how an element is made: so the JIT knows which view that is, and removes it, however
 * many kinds of structs a program iterates over.
 */
public final class ElementIterator {
    private ElementIterator() {}

    // public Iterator<PersonView> iterator() {
    //     return new StructIterator<PersonView>(size) {
    //         protected PersonView element(long index) { return get(index); }
    public static MethodSpec ofSequence(TypeName element) {
        MethodSpec get = Library.hook("element", element)
                .addParameter(TypeName.LONG, "index")
                .addStatement("return get(index)")
                .build();
        return method(element, subclass(Library.STRUCT_ITERATOR, element, "size", get));
    }

    // public Iterator<PersonView> iterator() {
    //     return new StructList.ViewIterator<PersonView>(this) {
    //         protected PersonView element(Memory memory, long index) { return viewAt(memory, index); }
    public static MethodSpec ofList(ClassName view) {
        return ofBlock(Library.LIST_VIEW_ITERATOR, view);
    }

    // public Iterator<PersonView> iterator() {
    //     return new StructMap.ViewIterator<PersonView>(this) {
    //         protected PersonView element(Memory memory, long index) { return viewAt(memory, index); }
    public static MethodSpec ofMap(ClassName view) {
        return ofBlock(Library.MAP_VIEW_ITERATOR, view);
    }

    private static MethodSpec ofBlock(ClassName iterator, ClassName view) {
        MethodSpec viewAt = Library.hook("element", view)
                .addParameter(Library.MEMORY, "memory")
                .addParameter(TypeName.LONG, "index")
                .addStatement("return viewAt(memory, index)")
                .build();
        return method(view, subclass(iterator, view, "this", viewAt));
    }

    /** The iterator of the structs in a log, made by the description of a struct with a tail. */
    // protected Iterator<EntryView> structsIn(Memory memory, long byteSize) {
    //     return new StructLogIterator<EntryView>(memory, byteSize) {
    //         protected EntryView view(Memory memory, long byteOffset) { return at(memory, byteOffset); }
    //         protected long byteSize(Memory memory, long byteOffset) { return byteSizeAt(memory, byteOffset); }
    //         protected String struct() { return "p.Entry"; }
    public static MethodSpec ofLog(ClassName view, String struct) {
        MethodSpec at = Library.hook("view", view)
                .addParameter(Library.MEMORY, "memory")
                .addParameter(TypeName.LONG, "byteOffset")
                .addStatement("return at(memory, byteOffset)")
                .build();
        MethodSpec byteSizeAt = Library.hook("byteSize", TypeName.LONG)
                .addParameter(Library.MEMORY, "memory")
                .addParameter(TypeName.LONG, "byteOffset")
                .addStatement("return byteSizeAt(memory, byteOffset)")
                .build();
        MethodSpec name = Library.hook("struct", ClassName.get(String.class))
                .addStatement("return $S", struct)
                .build();
        return Library.hook("structsIn", iteratorOf(view))
                .addParameter(Library.MEMORY, "memory")
                .addParameter(TypeName.LONG, "byteSize")
                .addStatement(
                        "return $L",
                        subclass(Library.STRUCT_LOG_ITERATOR, view, "memory, byteSize", at, byteSizeAt, name))
                .build();
    }

    /** The method that gives an iterator of an anonymous class. */
    public static MethodSpec method(TypeName element, TypeSpec iterator) {
        return Library.override("iterator")
                .returns(iteratorOf(element))
                .addStatement("return $L", iterator)
                .build();
    }

    /** An anonymous subclass of one of the core's iterators, with what that asks it for. */
    private static TypeSpec subclass(ClassName iterator, TypeName element, String arguments, MethodSpec... hooks) {
        return TypeSpec.anonymousClassBuilder(arguments)
                .superclass(ParameterizedTypeName.get(iterator, element))
                .addMethods(List.of(hooks))
                .build();
    }

    private static TypeName iteratorOf(TypeName element) {
        return ParameterizedTypeName.get(ClassName.get(Iterator.class), element);
    }
}
