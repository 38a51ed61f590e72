package dev.ashlar.processor.write.list;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.processor.write.array.ArrayFactories;
import dev.ashlar.processor.write.library.ElementIterator;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.names.GeneratedNames;
import java.util.Collection;
import javax.lang.model.element.Modifier;

/**
 * The list of a struct: a list of any struct, with views and arrays of this one. It is a class of its own so that the JIT
 * knows which views it makes, and takes them apart.
 */
public final class ListClass {
    private ListClass() {}

    // /** A growable list of Person in memory, one after the other. */
    // public final class PersonList extends StructList<Person, PersonView> {
    public static TypeSpec of(StructModel struct, GeneratedNames names) {
        TypeSpec.Builder list = Library.classFor(struct, names.list())
                .addJavadoc("A growable list of {@link $T} in memory, one after the other.\n\n", names.struct())
                .addJavadoc("@see $T\n@see $T\n", names.view(), names.array())
                .superclass(ParameterizedTypeName.get(Library.STRUCT_LIST, names.struct(), names.view()))
                .addMethod(constructor(names))
                .addMethod(create(names))
                .addMethod(createWithCapacity(names))
                .addMethod(copyOf(names))
                .addMethod(viewAt(names))
                .addMethod(readAt(names))
                .addMethod(writeAt(names))
                .addMethod(copyAt(names));
        if (struct.callsCodecs()) {
            list.addMethod(isEncodedFirst());
        }
        return list.addMethods(ListHooks.of(names.view()))
                .addMethod(ElementIterator.ofList(names.view()))
                .addMethod(asArray(names))
                .addMethod(cursor(names))
                .build();
    }

    // private PersonList(Allocator allocator, long capacity) {
    //     super(allocator, PersonView.type(), capacity);
    private static MethodSpec constructor(GeneratedNames names) {
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(Library.ALLOCATOR, "allocator")
                .addParameter(TypeName.LONG, "capacity")
                .addStatement("super(allocator, $T.type(), capacity)", names.view())
                .build();
    }

    // public static PersonList create(Allocator allocator) {
    //     return create(allocator, DEFAULT_CAPACITY);
    private static MethodSpec create(GeneratedNames names) {
        return factory("create", names)
                .addJavadoc("Allocates an empty list.\n")
                .addStatement("return create(allocator, DEFAULT_CAPACITY)")
                .build();
    }

    // public static PersonList create(Allocator allocator, long capacity) {
    //     return new PersonList(allocator, capacity);
    private static MethodSpec createWithCapacity(GeneratedNames names) {
        return factory("create", names)
                .addJavadoc(
                        "Allocates an empty list with room for {@code capacity} structs. If that is 0, nothing is taken from the\nallocator until the list grows.\n\n")
                .addJavadoc("@throws $T if {@code capacity} is negative\n", IllegalArgumentException.class)
                .addParameter(TypeName.LONG, "capacity")
                .addStatement("return new $T(allocator, capacity)", names.list())
                .build();
    }

    // PersonList list = create(allocator, values.size());
    // try { list.addAll(values); return list; } catch (RuntimeException | Error refused) { list.close(); throw refused;
    // }
    private static MethodSpec copyOf(GeneratedNames names) {
        TypeName values = ParameterizedTypeName.get(ClassName.get(Collection.class), names.struct());
        return factory("copyOf", names)
                .addJavadoc(ArrayFactories.copies("a list that holds", "list"))
                .addParameter(values, "values")
                .addStatement("$T list = create(allocator, values.size())", names.list())
                .addCode(ArrayFactories.freedWhenRefused(
                        "list",
                        CodeBlock.builder()
                                .addStatement("list.addAll(values)")
                                .addStatement("return list")
                                .build()))
                .build();
    }

    // protected PersonView viewAt(Memory memory, long index) {
    //     return new PersonView(memory, index * PersonView.BYTE_SIZE);
    private static MethodSpec viewAt(GeneratedNames names) {
        return Library.hook("viewAt", names.view())
                .addParameter(Library.MEMORY, "memory")
                .addParameter(TypeName.LONG, "index")
                .addStatement("return new $1T(memory, index * $1T.BYTE_SIZE)", names.view())
                .build();
    }

    // protected Person readAt(Memory memory, long index) {
    //     return PersonView.read(memory, index * PersonView.BYTE_SIZE);
    private static MethodSpec readAt(GeneratedNames names) {
        return Library.hook("readAt", names.struct())
                .addParameter(Library.MEMORY, "memory")
                .addParameter(TypeName.LONG, "index")
                .addStatement("return $1T.read(memory, index * $1T.BYTE_SIZE)", names.view())
                .build();
    }

    // protected void writeAt(Memory memory, long index, Person value) {
    //     PersonView.write(memory, index * PersonView.BYTE_SIZE, value);
    private static MethodSpec writeAt(GeneratedNames names) {
        return Library.hook("writeAt", TypeName.VOID)
                .addParameter(Library.MEMORY, "memory")
                .addParameter(TypeName.LONG, "index")
                .addParameter(names.struct(), "value")
                .addStatement("$1T.write(memory, index * $1T.BYTE_SIZE, value)", names.view())
                .build();
    }

    // protected void copyAt(Memory source, long sourceOffset, Memory memory, long index) {
    //     PersonView.copy(source, sourceOffset, memory, index * PersonView.BYTE_SIZE);
    private static MethodSpec copyAt(GeneratedNames names) {
        return Library.hook("copyAt", TypeName.VOID)
                .addParameter(Library.MEMORY, "source")
                .addParameter(TypeName.LONG, "sourceOffset")
                .addParameter(Library.MEMORY, "memory")
                .addParameter(TypeName.LONG, "index")
                .addStatement("$1T.copy(source, sourceOffset, memory, index * $1T.BYTE_SIZE)", names.view())
                .build();
    }

    // protected boolean isEncodedFirst() {
    //     return true;
    private static MethodSpec isEncodedFirst() {
        return Library.hook("isEncodedFirst", TypeName.BOOLEAN)
                .addStatement("return true")
                .build();
    }

    // public PersonArray asArray() {
    //     return PersonArray.at(memory(), 0, size());
    private static MethodSpec asArray(GeneratedNames names) {
        return Library.override("asArray")
                .returns(names.array())
                .addStatement("return $T.at(memory(), 0, size())", names.array())
                .build();
    }

    // public PersonView.Cursor cursor() {
    //     return asArray().cursor();
    private static MethodSpec cursor(GeneratedNames names) {
        return MethodSpec.methodBuilder("cursor")
                .addJavadoc("Returns a cursor over the elements of {@link #asArray()}, with its lifetime.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(names.cursor())
                .addStatement("return asArray().cursor()")
                .build();
    }

    private static MethodSpec.Builder factory(String name, GeneratedNames names) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(names.list())
                .addParameter(Library.ALLOCATOR, "allocator");
    }
}
