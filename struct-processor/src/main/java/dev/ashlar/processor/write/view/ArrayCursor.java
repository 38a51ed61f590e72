package dev.ashlar.processor.write.view;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.model.StructSettings;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.names.GeneratedNames;
import javax.lang.model.element.Modifier;

/** The moves of a cursor over structs of one size: to the next, and to any index. */
final class ArrayCursor {
    private final GeneratedNames names;

    private ArrayCursor(GeneratedNames names) {
        this.names = names;
    }

    // private final long first; private final long size;
    // private long index;
    static void addTo(TypeSpec.Builder cursor, GeneratedNames names) {
        ArrayCursor code = new ArrayCursor(names);
        cursor.addField(TypeName.LONG, "first", Modifier.PRIVATE, Modifier.FINAL)
                .addField(TypeName.LONG, "size", Modifier.PRIVATE, Modifier.FINAL)
                .addField(TypeName.LONG, "index", Modifier.PRIVATE)
                .addMethod(code.constructor())
                .addMethod(code.of())
                .addMethod(code.advance())
                .addMethod(code.moveTo())
                .addMethod(code.index());
        StructSettings settings = names.model().settings();
        if (settings.hasMap() || settings.ring()) {
            cursor.addMethod(code.moveToChecked());
        }
    }

    // Cursor(Memory memory, long byteOffset, long size) {
    //     super(memory, StructRange.NOWHERE); source = memory; first = byteOffset; this.size = size; index = -1;
    private MethodSpec constructor() {
        return MethodSpec.constructorBuilder()
                .addJavadoc(
                        "Creates a cursor before the first of {@code size} structs: for callers that have checked the bounds.\n")
                .addParameter(Library.MEMORY, "memory")
                .addParameter(TypeName.LONG, "byteOffset")
                .addParameter(TypeName.LONG, "size")
                .addStatement("super(memory, $T.NOWHERE)", Library.STRUCT_RANGE)
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
                .returns(names.cursor())
                .addParameter(names.view(), "view")
                .addStatement("return new $T(view.memory(), view.byteOffset(), 1).$L(0)", names.cursor(), move())
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

    // super.flippedOffset = StructRange.ofElement("p.Person", first, index, size, BYTE_SIZE) ^ Long.MIN_VALUE;
    // super.memory = source; this.index = index; return this;
    private MethodSpec moveTo() {
        return MethodSpec.methodBuilder(move())
                .addJavadoc("Moves to the struct at an index.\n\n")
                .addJavadoc(
                        "@throws $T if there is none; the cursor has not moved then\n", IndexOutOfBoundsException.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(names.cursor())
                .addParameter(TypeName.LONG, "index")
                .addStatement(
                        "super.$L = $T.ofElement($S, first, index, size, BYTE_SIZE) ^ $T.MIN_VALUE",
                        ViewFields.OFFSET,
                        Library.STRUCT_RANGE,
                        names.inMessages(),
                        Long.class)
                .addStatement("super.memory = source")
                .addStatement("this.index = index")
                .addStatement("return this")
                .build();
    }

    // public long index() {
    //     return index;
    private MethodSpec index() {
        return MethodSpec.methodBuilder(index(names))
                .addJavadoc(
                        "Returns the index of the struct that the cursor last moved to by an index, or -1 before the first.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.LONG)
                .addStatement("return index")
                .build();
    }

    /** Not stored where it is the same, so that the JIT sees that it stays the same. */
    // if (super.memory != memory) { super.memory = memory; }
    // super.flippedOffset = byteOffset ^ Long.MIN_VALUE; this.index = index;
    private MethodSpec moveToChecked() {
        return MethodSpec.methodBuilder(move())
                .addJavadoc("Moves to the struct at a place: for a map or ring, which has checked it.\n")
                .addParameter(Library.MEMORY, "memory")
                .addParameter(TypeName.LONG, "byteOffset")
                .addParameter(TypeName.LONG, "index")
                .beginControlFlow("if (super.memory != memory)")
                .addStatement("super.memory = memory")
                .endControlFlow()
                .addStatement("super.$L = byteOffset ^ $T.MIN_VALUE", ViewFields.OFFSET, Long.class)
                .addStatement("this.index = index")
                .build();
    }

    /** The method that moves to an index, and the one that moves to a struct of a map or ring. */
    static String moveTo(GeneratedNames names) {
        return names.unused("moveTo");
    }

    /** The method that returns the index. */
    static String index(GeneratedNames names) {
        return names.unused("index");
    }

    private String move() {
        return moveTo(names);
    }
}
