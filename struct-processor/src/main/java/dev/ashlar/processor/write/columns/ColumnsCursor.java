package dev.ashlar.processor.write.columns;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.write.library.Library;
import javax.lang.model.element.Modifier;

/**
 * The cursor of columns: one row that moves, for loops in which the JIT would not remove a row for each struct (decision
 * 0014).
 */
final class ColumnsCursor {
    private final ColumnsNames names;
    private final ClassName cursor;

    private ColumnsCursor(ColumnsNames names) {
        this.names = names;
        this.cursor = names.rows().cursor();
    }

    // public Cursor cursor() {
    //     return new Cursor(this);
    static MethodSpec method(ColumnsNames names) {
        return MethodSpec.methodBuilder("cursor")
                .addJavadoc(
                        "Returns a cursor before the first row: {@code while (cursor.advance())}, or by {@code moveTo(index)}.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(names.rows().cursor())
                .addStatement("return new $T(this)", names.rows().cursor())
                .build();
    }

    static TypeSpec of(ColumnsNames names) {
        return new ColumnsCursor(names).build();
    }

    // /** A Row that moves, for loops that allocate nothing, whatever the JIT does. */
    // public static final class Cursor extends Row {
    private TypeSpec build() {
        return TypeSpec.classBuilder(cursor)
                .addJavadoc(
                        "A {@link $T} that moves, for loops that allocate nothing, whatever the JIT does.\n\n",
                        names.row())
                .addJavadoc("<p>Every reference to it sees it move; {@link #$L()} returns a row that stays.\n", keep())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .superclass(names.row())
                .addMethod(constructor())
                .addMethod(advance())
                .addMethod(moveTo())
                .addMethod(row())
                .build();
    }

    // super(columns, ColumnRange.NOWHERE, -1);
    private MethodSpec constructor() {
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(names.columns(), "columns")
                .addStatement("super(columns, $T.NOWHERE, -1)", Library.COLUMN_RANGE)
                .build();
    }

    /** Without a second check of the index, which the JIT would not remove. */
    // if (super.index + 1 >= super.columns.size) { return false; }
    // super.index++; super.memory = super.columns.memory; return true;
    private MethodSpec advance() {
        return MethodSpec.methodBuilder(names.rows().unused("advance"))
                .addJavadoc(
                        "Moves to the row after that at {@code index()}; stays where it is and returns false after the last.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.BOOLEAN)
                .beginControlFlow("if (super.index + 1 >= super.columns.size)")
                .addStatement("return false")
                .endControlFlow()
                .addStatement("super.index++")
                .addStatement("super.memory = super.columns.memory")
                .addStatement("return true")
                .build();
    }

    // super.index = StructRange.checkIndex("p.Person", index, super.columns.size);
    // super.memory = super.columns.memory; return this;
    private MethodSpec moveTo() {
        return MethodSpec.methodBuilder(names.rows().unused("moveTo"))
                .addJavadoc("Moves to the row at an index.\n\n")
                .addJavadoc(
                        "@throws $T if there is none; the cursor has not moved then\n", IndexOutOfBoundsException.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(cursor)
                .addParameter(TypeName.LONG, "index")
                .addStatement(
                        "super.index = $T.checkIndex($S, index, super.columns.size)",
                        Library.STRUCT_RANGE,
                        names.view().inMessages())
                .addStatement("super.memory = super.columns.memory")
                .addStatement("return this")
                .build();
    }

    // public Row row() {
    //     return new Row(super.columns, super.columns.memory,
    //         ColumnRange.atCursor("p.Person", super.index, super.columns.size));
    private MethodSpec row() {
        return MethodSpec.methodBuilder(keep())
                .addJavadoc("Returns the row at {@code index()}, which does not move with the cursor.\n\n")
                .addJavadoc("@throws $T before the first\n", IndexOutOfBoundsException.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(names.row())
                .addStatement(
                        "return new $T(super.columns, super.columns.memory,$W$T.atCursor($S, super.index, super.columns.size))",
                        names.row(),
                        Library.COLUMN_RANGE,
                        names.view().inMessages())
                .build();
    }

    private String keep() {
        return names.rows().unused("row");
    }
}
