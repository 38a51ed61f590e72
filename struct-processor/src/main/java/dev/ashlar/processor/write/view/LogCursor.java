package dev.ashlar.processor.write.view;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.names.GeneratedNames;
import javax.lang.model.element.Modifier;

/** The moves of a cursor over structs with a tail: to the next in a log, since only the size of each tells where that is. */
final class LogCursor {
    private final GeneratedNames names;

    private LogCursor(GeneratedNames names) {
        this.names = names;
    }

    // private final long end;
    // private long next;
    static void addTo(TypeSpec.Builder cursor, GeneratedNames names) {
        LogCursor code = new LogCursor(names);
        cursor.addField(TypeName.LONG, "end", Modifier.PRIVATE, Modifier.FINAL)
                .addField(TypeName.LONG, "next", Modifier.PRIVATE)
                .addMethod(code.constructor())
                .addMethod(code.ofLog())
                .addMethod(code.ofView())
                .addMethod(code.advance());
    }

    // private Cursor(Memory memory, long byteOffset, long end) {
    //     super(memory, byteOffset); source = memory; this.end = end;
    private MethodSpec constructor() {
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(Library.MEMORY, "memory")
                .addParameter(TypeName.LONG, "byteOffset")
                .addParameter(TypeName.LONG, "end")
                .addStatement("super(memory, byteOffset)")
                .addStatement("this.source = memory")
                .addStatement("this.end = end")
                .build();
    }

    // public static Cursor of(StructLog<Entry, EntryView> log) {
    //     return new Cursor(log.memory(), StructRange.NOWHERE, log.byteSize());
    private MethodSpec ofLog() {
        return of().addJavadoc("Returns a cursor before the first of the structs that a log holds now.\n")
                .addParameter(ParameterizedTypeName.get(Library.STRUCT_LOG, names.struct(), names.view()), "log")
                .addStatement(
                        "return new $T(log.memory(), $T.NOWHERE, log.byteSize())", names.cursor(), Library.STRUCT_RANGE)
                .build();
    }

    // public static Cursor of(EntryView view) {
    //     return new Cursor(view.memory(), view.byteOffset(), 0);
    private MethodSpec ofView() {
        return of().addJavadoc("Returns a cursor at the struct of a view, which is the last.\n")
                .addParameter(names.view(), "view")
                .addStatement("return new $T(view.memory(), view.byteOffset(), 0)", names.cursor())
                .build();
    }

    private MethodSpec.Builder of() {
        return MethodSpec.methodBuilder(names.unused("of"))
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(names.cursor());
    }

    // if (next >= end) { return false; }
    // long after = StructTail.after("p.Entry", next, Description.TYPE.byteSizeAt(source, next), end);
    // super.flippedOffset = next ^ Long.MIN_VALUE; super.memory = source; next = after; return true;
    private MethodSpec advance() {
        return MethodSpec.methodBuilder(names.unused("advance"))
                .addJavadoc(
                        "Moves to the next struct of the log; stays where it is and returns false after the last.\n\n")
                .addJavadoc(
                        "@throws $T if that struct has an impossible length, or the memory is freed or closed; the\n    cursor has not moved then\n",
                        IllegalStateException.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.BOOLEAN)
                .beginControlFlow("if (next >= end)")
                .addStatement("return false")
                .endControlFlow()
                .addStatement(
                        "long after = $T.after($S, next, $L.TYPE.byteSizeAt(source, next), end)",
                        Library.STRUCT_TAIL,
                        names.inMessages(),
                        names.description())
                .addStatement("super.$L = next ^ $T.MIN_VALUE", ViewFields.OFFSET, Long.class)
                .addStatement("super.memory = source")
                .addStatement("next = after")
                .addStatement("return true")
                .build();
    }
}
