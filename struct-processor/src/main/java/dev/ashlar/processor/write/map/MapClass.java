package dev.ashlar.processor.write.map;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.layout.Layouts;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.processor.write.array.ArrayFactories;
import dev.ashlar.processor.write.component.KeyCode;
import dev.ashlar.processor.write.library.ElementIterator;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.names.GeneratedNames;
import dev.ashlar.processor.write.view.CursorClass;
import dev.ashlar.processor.write.view.EnumTables;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import javax.lang.model.element.Modifier;

/**
 * The map of a struct: a map of any struct, which searches for keys of this one. It is a class of its own so that the JIT knows
 * which views it makes, and what a key is.
 */
public final class MapClass {
    /** The field that has the cursor at the staged entry. */
    static final String STAGED = "staged";

    private final StructModel struct;
    private final KeyCode key;
    private final GeneratedNames names;

    private MapClass(StructModel struct, KeyCode key, GeneratedNames names) {
        this.struct = struct;
        this.key = key;
        this.names = names;
    }

    // /** A hash map of Account in memory, keyed by id. */
    // public final class AccountMap extends StructMap<Account, AccountView> {
    public static TypeSpec of(StructModel struct, Layouts layouts, GeneratedNames names) {
        KeyCode key = KeyCode.of(struct, layouts, names);
        return new MapClass(struct, key, names).build();
    }

    private TypeSpec build() {
        TypeSpec.Builder map = Library.classFor(struct, names.map())
                .addJavadoc("A hash map of {@link $T} in memory, keyed by {@code $L}.\n\n", names.struct(), keyNames())
                .addJavadoc("@see $T\n", names.view())
                .superclass(ParameterizedTypeName.get(Library.STRUCT_MAP, names.struct(), names.view()));
        key.enums().forEach((name, model) -> map.addField(EnumTables.table(name, model)));
        map.addField(FieldSpec.builder(names.cursor(), STAGED, Modifier.PRIVATE, Modifier.FINAL)
                .addJavadoc("At the entry that is being added.\n")
                .initializer("cursor()")
                .build());
        map.addMethod(constructor())
                .addMethod(openingConstructor())
                .addMethod(create())
                .addMethod(createWithRoom())
                .addMethod(createWithSeed())
                .addMethod(copyOf())
                .addMethod(open());
        MapSearch.addTo(map, key, names);
        MapLookups.addTo(map, key, names);
        map.addMethod(cursor())
                .addMethod(advance())
                .addMethod(moveTo())
                .addMethod(ElementIterator.ofMap(names.view()))
                .addMethod(keyMethod())
                .addMethod(viewAt())
                .addMethod(writeAt())
                .addMethod(copyAt());
        if (struct.callsCodecs()) {
            map.addMethod(Library.hook("isEncodedFirst", TypeName.BOOLEAN)
                    .addStatement("return true")
                    .build());
        }
        key.helpers().forEach(map::addMethod);
        return map.build();
    }

    // year, id
    private String keyNames() {
        return String.join(", ", struct.settings().map());
    }

    // private AccountMap(Allocator allocator, long expected, long seed) {
    //     super(allocator, AccountView.type(), expected, seed);
    private MethodSpec constructor() {
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(Library.ALLOCATOR, "allocator")
                .addParameter(TypeName.LONG, "expected")
                .addParameter(TypeName.LONG, "seed")
                .addStatement("super(allocator, $T.type(), expected, seed)", names.view())
                .build();
    }

    // private AccountMap(LinkedListAllocator heap, long address) {
    //     super(heap, AccountView.type(), address);
    private MethodSpec openingConstructor() {
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(Library.LINKED_LIST_ALLOCATOR, "heap")
                .addParameter(TypeName.LONG, "address")
                .addStatement("super(heap, $T.type(), address)", names.view())
                .build();
    }

    // public static AccountMap create(Allocator allocator) {
    //     return create(allocator, DEFAULT_EXPECTED);
    private MethodSpec create() {
        return factory("create")
                .addJavadoc("Allocates an empty map.\n")
                .addStatement("return create(allocator, DEFAULT_EXPECTED)")
                .build();
    }

    // public static AccountMap create(Allocator allocator, long expected) {
    //     return create(allocator, expected, newSeed());
    private MethodSpec createWithRoom() {
        return factory("create")
                .addJavadoc("Allocates an empty map with room for {@code expected} entries.\n\n")
                .addJavadoc("@throws $T if {@code expected} is negative\n", IllegalArgumentException.class)
                .addParameter(TypeName.LONG, "expected")
                .addStatement("return create(allocator, expected, newSeed())")
                .build();
    }

    // public static AccountMap create(Allocator allocator, long expected, long seed) {
    //     return new AccountMap(allocator, expected, seed);
    private MethodSpec createWithSeed() {
        return factory("create")
                .addJavadoc(
                        "As {@link #create($T, long)}, with a seed, so that entries come in the same order again. Who knows the\nseed can choose keys that make the map slow.\n\n",
                        Library.ALLOCATOR)
                .addJavadoc("@throws $T if {@code expected} is negative\n", IllegalArgumentException.class)
                .addParameter(TypeName.LONG, "expected")
                .addParameter(TypeName.LONG, "seed")
                .addStatement("return new $T(allocator, expected, seed)", names.map())
                .build();
    }

    // AccountMap map = create(allocator, values.size());
    // try { values.forEach(map::put); return map; } catch (RuntimeException | Error refused) { map.close(); throw …
    private MethodSpec copyOf() {
        TypeName values = ParameterizedTypeName.get(ClassName.get(Collection.class), names.struct());
        return factory("copyOf")
                .addJavadoc(ArrayFactories.copies("a map that holds", "map"))
                .addParameter(values, "values")
                .addStatement("$T map = create(allocator, values.size())", names.map())
                .addCode(ArrayFactories.freedWhenRefused(
                        "map",
                        CodeBlock.builder()
                                .addStatement("values.forEach(map::put)")
                                .addStatement("return map")
                                .build()))
                .build();
    }

    // public static AccountMap open(LinkedListAllocator heap, long address) {
    //     return new AccountMap(heap, address);
    private MethodSpec open() {
        return MethodSpec.methodBuilder("open")
                .addJavadoc(
                        "Opens the map that lies at an address of a heap, which was its {@link #address}: after the process that made\nit has ended, and once at a time.\n\n")
                .addJavadoc(
                        "@throws $T if no map lies there, or one of another struct or layout or with\n    another key\n",
                        IllegalStateException.class)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(names.map())
                .addParameter(Library.LINKED_LIST_ALLOCATOR, "heap")
                .addParameter(TypeName.LONG, "address")
                .addStatement("return new $T(heap, address)", names.map())
                .build();
    }

    // public AccountView.Cursor cursor() {
    //     return new AccountView.Cursor(memory(), 0, 0);
    private MethodSpec cursor() {
        return MethodSpec.methodBuilder("cursor")
                .addJavadoc("Returns a cursor before the first entry, for {@code find} and {@link #advance}.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(names.cursor())
                .addStatement("return new $T(memory(), 0, 0)", names.cursor())
                .build();
    }

    // public boolean advance(AccountView.Cursor cursor) {
    //     long index = nextAfter(cursor.index(), cursor.memory());
    //     if (index < 0) { return false; }
    //     moveTo(index, cursor); return true;
    private MethodSpec advance() {
        return MethodSpec.methodBuilder("advance")
                .addJavadoc(
                        "Moves a cursor of this map to the next entry in the order of iteration; leaves it where it is and returns\nfalse after the last. Entries may be added and removed meanwhile, as long as the map does not grow: those\nthat are there all the time are met once.\n\n")
                .addJavadoc(
                        "@throws $T if the map has grown since the cursor moved, or it is at no entry of\n    this map\n",
                        ConcurrentModificationException.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.BOOLEAN)
                .addParameter(names.cursor(), "cursor")
                .addStatement("long index = nextAfter(cursor.$L(), cursor.memory())", CursorClass.index(names))
                .beginControlFlow("if (index < 0)")
                .addStatement("return false")
                .endControlFlow()
                .addStatement("moveTo(index, cursor)")
                .addStatement("return true")
                .build();
    }

    // private void moveTo(long index, AccountView.Cursor cursor) {
    //     cursor.moveTo(memory(), entriesOffset() + index * AccountView.BYTE_SIZE, index);
    private MethodSpec moveTo() {
        return MethodSpec.methodBuilder("moveTo")
                .addModifiers(Modifier.PRIVATE)
                .addParameter(TypeName.LONG, "index")
                .addParameter(names.cursor(), "cursor")
                .addStatement(
                        "cursor.$L(memory(), entriesOffset() + index * $T.BYTE_SIZE, index)",
                        CursorClass.moveTo(names),
                        names.view())
                .build();
    }

    // protected String key() {
    //     return "id";
    private MethodSpec keyMethod() {
        return Library.hook("key", ClassName.get(String.class))
                .addStatement("return $S", keyNames())
                .build();
    }

    // protected AccountView viewAt(Memory memory, long index) {
    //     return new AccountView(memory, entriesOffset() + index * AccountView.BYTE_SIZE);
    private MethodSpec viewAt() {
        return Library.hook("viewAt", names.view())
                .addParameter(Library.MEMORY, "memory")
                .addParameter(TypeName.LONG, "index")
                .addStatement("return new $1T(memory, entriesOffset() + index * $1T.BYTE_SIZE)", names.view())
                .build();
    }

    // protected void writeAt(Memory memory, long byteOffset, Account value) {
    //     AccountView.write(memory, byteOffset, value);
    private MethodSpec writeAt() {
        return Library.hook("writeAt", TypeName.VOID)
                .addParameter(Library.MEMORY, "memory")
                .addParameter(TypeName.LONG, "byteOffset")
                .addParameter(names.struct(), "value")
                .addStatement("$T.write(memory, byteOffset, value)", names.view())
                .build();
    }

    // protected void copyAt(Memory source, long sourceOffset, Memory memory, long byteOffset) {
    //     AccountView.copy(source, sourceOffset, memory, byteOffset);
    private MethodSpec copyAt() {
        return Library.hook("copyAt", TypeName.VOID)
                .addParameter(Library.MEMORY, "source")
                .addParameter(TypeName.LONG, "sourceOffset")
                .addParameter(Library.MEMORY, "memory")
                .addParameter(TypeName.LONG, "byteOffset")
                .addStatement("$T.copy(source, sourceOffset, memory, byteOffset)", names.view())
                .build();
    }

    private MethodSpec.Builder factory(String name) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(names.map())
                .addParameter(Library.ALLOCATOR, "allocator");
    }
}
