package dev.ashlar.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.model.StructModel;
import java.util.Collection;
import javax.lang.model.element.Modifier;

/**
 * The list of a struct: a list of any struct, with views and arrays of this one. It is a class of its own so that the JIT
 * knows which views it makes, and takes them apart.
 */
final class ListClass {
    private ListClass() {}

    // /** A growable list of Person in memory, one after the other. */
    // public final class PersonList extends StructList<Person, PersonView> {
    static TypeSpec of(StructModel struct, StructNaming naming) {
        return Library.classFor(struct, naming.list())
                .addJavadoc("A growable list of {@link $T} in memory, one after the other.\n\n", naming.struct())
                .addJavadoc("@see $T\n@see $T\n", naming.view(), naming.array())
                .superclass(ParameterizedTypeName.get(Library.STRUCT_LIST, naming.struct(), naming.view()))
                .addMethod(constructor(naming))
                .addMethod(create(naming))
                .addMethod(createWithCapacity(naming))
                .addMethod(copyOf(naming))
                .addMethod(viewAt(naming))
                .addMethods(ListHooks.of(naming.view()))
                .addMethod(ElementIterator.ofList(naming.view()))
                .addMethod(asArray(naming))
                .build();
    }

    // private PersonList(Allocator allocator, long capacity) {
    //     super(allocator, PersonView.type(), capacity);
    private static MethodSpec constructor(StructNaming naming) {
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(Library.ALLOCATOR, "allocator")
                .addParameter(TypeName.LONG, "capacity")
                .addStatement("super(allocator, $T.type(), capacity)", naming.view())
                .build();
    }

    // public static PersonList create(Allocator allocator) {
    //     return create(allocator, DEFAULT_CAPACITY);
    private static MethodSpec create(StructNaming naming) {
        return factory("create", naming)
                .addJavadoc("Allocates an empty list.\n")
                .addStatement("return create(allocator, DEFAULT_CAPACITY)")
                .build();
    }

    // public static PersonList create(Allocator allocator, long capacity) {
    //     return new PersonList(allocator, capacity);
    private static MethodSpec createWithCapacity(StructNaming naming) {
        return factory("create", naming)
                .addJavadoc(
                        "Allocates an empty list with room for {@code capacity} structs. For none, nothing is taken from the\nallocator until the list grows.\n\n")
                .addJavadoc("@throws $T if {@code capacity} is negative\n", IllegalArgumentException.class)
                .addParameter(TypeName.LONG, "capacity")
                .addStatement("return new $T(allocator, capacity)", naming.list())
                .build();
    }

    // PersonList list = create(allocator, values.size());
    // try { list.addAll(values); return list; } catch (RuntimeException | Error refused) { list.close(); throw refused;
    // }
    private static MethodSpec copyOf(StructNaming naming) {
        TypeName values = ParameterizedTypeName.get(ClassName.get(Collection.class), naming.struct());
        return factory("copyOf", naming)
                .addJavadoc(ArrayFactories.copies("a list that holds", "list"))
                .addParameter(values, "values")
                .addStatement("$T list = create(allocator, values.size())", naming.list())
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
    private static MethodSpec viewAt(StructNaming naming) {
        return Library.hook("viewAt", naming.view())
                .addParameter(Library.MEMORY, "memory")
                .addParameter(TypeName.LONG, "index")
                .addStatement("return new $1T(memory, index * $1T.BYTE_SIZE)", naming.view())
                .build();
    }

    // public PersonArray asArray() {
    //     return PersonArray.at(memory(), 0, size());
    private static MethodSpec asArray(StructNaming naming) {
        return Library.override("asArray")
                .returns(naming.array())
                .addStatement("return $T.at(memory(), 0, size())", naming.array())
                .build();
    }

    private static MethodSpec.Builder factory(String name, StructNaming naming) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(naming.list())
                .addParameter(Library.ALLOCATOR, "allocator");
    }
}
