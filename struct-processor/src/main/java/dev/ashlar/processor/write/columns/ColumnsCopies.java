package dev.ashlar.processor.write.columns;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.layout.ColumnNode;
import dev.ashlar.processor.layout.PlacedComponent;
import dev.ashlar.processor.write.library.Library;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** Whole columns to and from an array. */
final class ColumnsCopies {
    private ColumnsCopies() {}

    // ColumnCopy.requireSameSize(this, array);
    // ColumnCopy.fromArray(array, 8, PersonView.BYTE_SIZE, memory, heightColumn, 8);
    static void addTo(TypeSpec.Builder columns, ColumnsNames names) {
        MethodSpec.Builder from = copy("copyFrom", names)
                .addJavadoc("Copies all structs of {@code array}, byte for byte. The two must not overlap.\n\n");
        MethodSpec.Builder to = copy("copyTo", names)
                .addJavadoc(
                        "Copies all rows to {@code array}, byte for byte; the padding of the array is left as it is. The two\nmust not overlap.\n\n");
        for (MethodSpec.Builder method : new MethodSpec.Builder[] {from, to}) {
            method.addJavadoc("@throws $T if it is not of the same size\n", IllegalArgumentException.class)
                    .addStatement("$T.requireSameSize(this, array)", Library.COLUMN_COPY);
        }
        for (ColumnNode.Column column : names.layout().columns()) {
            PlacedComponent placed = column.placed();
            String field = names.column(placed.component());
            from.addStatement(
                    "$T.fromArray(array, $L, $T.BYTE_SIZE, memory, $L, $L)",
                    Library.COLUMN_COPY,
                    placed.byteOffset(),
                    names.view().view(),
                    field,
                    placed.byteSize());
            to.addStatement(
                    "$T.toArray(memory, $L, $L, array, $L, $T.BYTE_SIZE)",
                    Library.COLUMN_COPY,
                    field,
                    placed.byteSize(),
                    placed.byteOffset(),
                    names.view().view());
        }
        names.layout().columns().stream()
                .filter(ColumnsNames::hasValidity)
                .forEach(column -> addPresence(from, to, column.placed(), names));
        columns.addMethod(from.build());
        columns.addMethod(to.build());
    }

    // ColumnCopy.presenceFromArray(array, 20, 0, PersonView.BYTE_SIZE, memory, ageValidity, firstBit);
    private static void addPresence(
            MethodSpec.Builder from, MethodSpec.Builder to, PlacedComponent placed, ColumnsNames names) {
        PlacedComponent.PresenceBits bits = Objects.requireNonNull(placed.presence(), "no presence bit");
        CodeBlock inColumns = CodeBlock.of("memory, $L, firstBit", names.validity(placed.component()));
        CodeBlock inArray = CodeBlock.of(
                "array, $L, $L$L, $T.BYTE_SIZE",
                bits.byteOffset(),
                bits.first(),
                placed.component().hasOptionalElements() ? ", " + bits.count() : "",
                names.view().view());
        from.addStatement("$T.presenceFromArray($L,$W$L)", Library.COLUMN_COPY, inArray, inColumns);
        to.addStatement("$T.presenceToArray($L,$W$L)", Library.COLUMN_COPY, inColumns, inArray);
    }

    private static MethodSpec.Builder copy(String name, ColumnsNames names) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(names.rows().array(), "array");
    }
}
