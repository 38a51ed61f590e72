package dev.ashlar.processor.write.view;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.model.ComponentModel;
import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.model.PropertyName;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.names.GeneratedNames;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * The cursor of a struct of fixed size, nested in its view: one view that moves, for loops in which the JIT would not remove
 * a view for each struct (decision 0014).
 */
public final class CursorClass {
    private final GeneratedNames names;
    private final ClassName cursor;

    /** The names of the methods that follow references, each of which is given once. */
    private final Set<String> follows = new HashSet<>();

    private CursorClass(GeneratedNames names) {
        this.names = names;
        this.cursor = names.cursor();
    }

    /** Adds the cursor to its view, which is sealed and has no other subclass. */
    public static void addTo(TypeSpec.Builder view, GeneratedNames names) {
        view.addType(new CursorClass(names).build());
    }

    // public static final class Cursor extends PersonView {
    //     private final Memory source; private final long first; private final long size; private long index = -1;
    private TypeSpec build() {
        TypeSpec.Builder type = TypeSpec.classBuilder(cursor)
                .addJavadoc(
                        "A {@link $T} that moves, for loops that allocate nothing, whatever the JIT does.\n\n",
                        names.view())
                .addJavadoc("<p>Every reference to it sees it move; {@link #$L()} returns a view that stays.\n", keep())
                .addModifiers(Modifier.STATIC, Modifier.FINAL)
                .superclass(names.view())
                .addField(Library.MEMORY, "source", Modifier.PRIVATE, Modifier.FINAL)
                .addField(TypeName.LONG, "first", Modifier.PRIVATE, Modifier.FINAL)
                .addField(TypeName.LONG, "size", Modifier.PRIVATE, Modifier.FINAL)
                .addField(TypeName.LONG, "index", Modifier.PRIVATE)
                .addMethod(constructor())
                .addMethod(of())
                .addMethod(advance())
                .addMethod(moveTo())
                .addMethod(index())
                .addMethod(view());
        if (names.model().isPublic()) {
            // Where the view is not, javac would give a public cursor a bridge for each accessor, which the JIT inlines
            // twice.
            type.addModifiers(Modifier.PUBLIC);
        }
        names.model().components().stream()
                .filter(this::isOwnReference)
                .forEach(component -> type.addMethod(follow(component)));
        return type.build();
    }

    // Cursor(Memory memory, long byteOffset, long size) {
    //     super(memory, Long.MIN_VALUE); source = memory; first = byteOffset; this.size = size; index = -1;
    private MethodSpec constructor() {
        return MethodSpec.constructorBuilder()
                .addJavadoc(
                        "Creates a cursor before the first of {@code size} structs: for callers that have checked the bounds.\n")
                .addParameter(Library.MEMORY, "memory")
                .addParameter(TypeName.LONG, "byteOffset")
                .addParameter(TypeName.LONG, "size")
                .addStatement("super(memory, $T.MIN_VALUE)", Long.class)
                .addStatement("this.source = memory")
                .addStatement("this.first = byteOffset")
                .addStatement("this.size = size")
                .addStatement("this.index = -1")
                .build();
    }

    // public static Cursor of(PersonView view) {
    //     return new Cursor(view.memory(), view.byteOffset(), 1).moveTo(0);
    private MethodSpec of() {
        return MethodSpec.methodBuilder(names.unused("of"))
                .addJavadoc("Returns a cursor at the struct of a view.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(cursor)
                .addParameter(names.view(), "view")
                .addStatement("return new $T(view.memory(), view.byteOffset(), 1).$L(0)", cursor, move())
                .build();
    }

    /** Without a second check of the index, which the JIT would not remove. */
    // if (index + 1 >= size) { return false; }
    // index++; super.flippedOffset = (first + index * BYTE_SIZE) ^ Long.MIN_VALUE; super.memory = source; return true;
    private MethodSpec advance() {
        return MethodSpec.methodBuilder(names.unused("advance"))
                .addJavadoc(
                        "Moves to the struct after that at {@code index()}; stays where it is and returns false after the last.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.BOOLEAN)
                .beginControlFlow("if (index + 1 >= size)")
                .addStatement("return false")
                .endControlFlow()
                .addStatement("index++")
                .addStatement("super.$L = (first + index * BYTE_SIZE) ^ $T.MIN_VALUE", ViewFields.OFFSET, Long.class)
                .addStatement("super.memory = source")
                .addStatement("return true")
                .build();
    }

    // super.flippedOffset = StructRange.ofElement(first, index, size, BYTE_SIZE) ^ Long.MIN_VALUE;
    // super.memory = source; this.index = index; return this;
    private MethodSpec moveTo() {
        return MethodSpec.methodBuilder(move())
                .addJavadoc("Moves to the struct at an index.\n\n")
                .addJavadoc(
                        "@throws $T if there is none; the cursor has not moved then\n", IndexOutOfBoundsException.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(cursor)
                .addParameter(TypeName.LONG, "index")
                .addStatement(
                        "super.$L = $T.ofElement(first, index, size, BYTE_SIZE) ^ $T.MIN_VALUE",
                        ViewFields.OFFSET,
                        Library.STRUCT_RANGE,
                        Long.class)
                .addStatement("super.memory = source")
                .addStatement("this.index = index")
                .addStatement("return this")
                .build();
    }

    // public long index() {
    //     return index;
    private MethodSpec index() {
        return MethodSpec.methodBuilder(names.unused("index"))
                .addJavadoc(
                        "Returns the index of the struct that the cursor last moved to by an index, or -1 before the first.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.LONG)
                .addStatement("return index")
                .build();
    }

    // public PersonView view() {
    //     return new PersonView(memory(), byteOffset());
    private MethodSpec view() {
        return MethodSpec.methodBuilder(keep())
                .addJavadoc("Returns a view of the struct, which does not move with the cursor.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(names.view())
                .addStatement("return new $T(memory(), byteOffset())", names.view())
                .build();
    }

    // long address = nextAddress();
    // if (address == 0) { return false; }
    // Memory whole = RefTarget.follow("p.Node#next", memory(), address, BYTE_SIZE, BYTE_ALIGNMENT); ...
    private MethodSpec follow(ComponentModel component) {
        String name = names.unused("follow" + PropertyName.capitalized(component.name()));
        while (!follows.add(name)) {
            name = names.unused(name + "_");
        }
        return MethodSpec.methodBuilder(name)
                .addJavadoc(
                        "Moves to the struct that {@code $L} refers to; stays where it is and returns false if there is none. The\nindex is left as it is.\n\n",
                        component.name())
                .addJavadoc("@throws $T if the address leads out of the memory\n", IndexOutOfBoundsException.class)
                .addJavadoc(
                        "@throws $T if the address is not aligned, or the struct is in memory that has no addresses\n",
                        IllegalStateException.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.BOOLEAN)
                .addStatement("long address = $L()", names.getter(component, "Address"))
                .beginControlFlow("if (address == 0)")
                .addStatement("return false")
                .endControlFlow()
                .addStatement(
                        "$T whole = $T.follow($S, memory(), address, BYTE_SIZE, BYTE_ALIGNMENT)",
                        Library.MEMORY,
                        Library.REF_TARGET,
                        names.inMessages(component))
                .addComment("Not stored where it is the same, so that the JIT sees that it stays the same.")
                .beginControlFlow("if (super.memory != whole)")
                .addStatement("super.memory = whole")
                .endControlFlow()
                .addStatement("super.$L = address ^ $T.MIN_VALUE", ViewFields.OFFSET, Long.class)
                .addStatement("return true")
                .build();
    }

    private boolean isOwnReference(ComponentModel component) {
        return component.storedType() instanceof ComponentType.Reference reference
                && reference.target().equals(names.model().name());
    }

    private String move() {
        return names.unused("moveTo");
    }

    private String keep() {
        return names.unused("view");
    }
}
