package dev.ashlar.processor.write.view;

import com.palantir.javapoet.CodeBlock;
import dev.ashlar.processor.layout.PlacedComponent;
import dev.ashlar.processor.layout.StructLayout;
import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.processor.model.UnionModel;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.names.GeneratedNames;
import dev.ashlar.processor.write.names.Names;
import dev.ashlar.struct.ComponentKind;
import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.StructComponent;
import dev.ashlar.struct.TailUnit;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The calls that make the description of each component at run time: the same description that the layout gives at compile
 * time, in terms of the constants of the view.
 */
final class DescriptionCode {
    private final PlacedComponent placed;
    private final StructComponent described;
    private final GeneratedNames names;

    private DescriptionCode(PlacedComponent placed, StructComponent described, GeneratedNames names) {
        this.placed = placed;
        this.described = described;
        this.names = names;
    }

    /** One call for each component, in the order of their offsets. */
    static List<CodeBlock> of(StructModel struct, StructLayout layout, GeneratedNames names) {
        List<StructComponent> described = layout.described(struct);
        return IntStream.range(0, described.size())
                .mapToObj(index -> new DescriptionCode(layout.components().get(index), described.get(index), names))
                .map(DescriptionCode::whole)
                .toList();
    }

    // StructComponent.value("xs", "int[4]", StorageType.I32, OFFSET_XS).times(LENGTH_XS)
    // StructComponent.text("text", OFFSET_TEXT).tail(TAIL_OFFSET).aligned(8)
    // StructComponent.value("port", "int", StorageType.U16, OFFSET_PORT).ordered(StructOrder.BIG_ENDIAN)
    // StructComponent.value("born", "int", StorageType.I32, OFFSET_BORN).storedBy("LocalDate", "...LocalDateDays")
    private CodeBlock whole() {
        CodeBlock.Builder whole = CodeBlock.builder().add(oneValue());
        if (described.isTail()) {
            whole.add(tail());
        } else if (described.isSequence()) {
            whole.add("$Z.times($L)", names.length(placed.component()));
        }
        if (placed.component().order() != null) {
            whole.add("$Z.ordered($T.$L)", Library.STRUCT_ORDER, described.order());
        }
        if (described.byteAlignment() > 1) {
            whole.add("$Z.aligned($L)", described.byteAlignment());
        }
        if (described.codec() != null) {
            whole.add("$Z.storedBy($S, $S)", described.typeName(), described.codec());
        }
        if (described.isOptional() || described.hasOptionalElements()) {
            whole.add("$Z.optional($S, $L)", described.typeName(), absence());
        }
        return whole.build();
    }

    // .tail(TAIL_OFFSET)
    // .tailToEnd()
    // .countedTail("nameLength")
    // .countedTail("byteLength", TailUnit.BYTES, 4)
    private CodeBlock tail() {
        if (described.isToEnd()) {
            return CodeBlock.of("$Z.tailToEnd()");
        }
        if (described.count() == null) {
            return CodeBlock.of("$Z.tail($L)", GeneratedNames.TAIL_OFFSET);
        }
        return described.unit() == TailUnit.ELEMENTS && described.pad() == 1
                ? CodeBlock.of("$Z.countedTail($S)", described.count())
                : CodeBlock.of(
                        "$Z.countedTail($S, $T.$L, $L)",
                        described.count(),
                        Library.TAIL_UNIT,
                        described.unit(),
                        described.pad());
    }

    // 0
    // -1L
    private CodeBlock absence() {
        Number sentinel = described.sentinel();
        if (sentinel == null) {
            return CodeBlock.of("$L", described.presenceBit());
        }
        return Double.isNaN(sentinel.doubleValue())
                ? CodeBlock.of("$T.NaN", Double.class)
                : CodeBlock.of(sentinel instanceof Long ? "$LL" : "$L", sentinel);
    }

    private CodeBlock oneValue() {
        return switch (described.kind()) {
            case ComponentKind.Numeric kind -> call("value", stored(kind.storageType()));
            case ComponentKind.Truth kind -> call("value", stored(kind.storageType()));
            case ComponentKind.Letter kind -> call("value", stored(kind.storageType()));
            case ComponentKind.Atomic kind -> call("atomic", stored(kind.storageType()));
            case ComponentKind.Reference kind -> call("reference", stored(kind.storageType()));
            case ComponentKind.Constant kind ->
                call("constant", CodeBlock.of("$L,$W$L", stored(kind.storageType()), numbers()));
            case ComponentKind.Bits kind ->
                call(
                        "bits",
                        CodeBlock.of(
                                "$L, $L, $L$L",
                                stored(kind.storageType()),
                                kind.bitOffset(),
                                kind.bitWidth(),
                                kind.constants().isEmpty() ? "" : CodeBlock.of(",$W$L", numbers())));
            case ComponentKind.Nested kind -> call("struct", struct());
            case ComponentKind.Text kind -> call("text", CodeBlock.of("$S, $L", described.name(), offset()));
            case ComponentKind.Pointer kind -> call("pointer", CodeBlock.of("$S, $L", described.name(), offset()));
            case ComponentKind.Presence kind ->
                call(
                        "presence",
                        CodeBlock.of(
                                "$S, $L,$W$L$L",
                                described.name(),
                                offset(),
                                kind.count() == kind.components().size() ? "" : kind.count() + ", ",
                                kind.components().stream()
                                        .map(name -> CodeBlock.of("$S", name))
                                        .collect(CodeBlock.joining(",$W"))));
            case ComponentKind.Tag kind -> call("tag", CodeBlock.of("$L, $L", type(kind.storageType()), offset()));
            case ComponentKind.Union kind -> call("union", union(kind));
        };
    }

    // StructComponent.value("id", "int", StorageType.I32, OFFSET_ID)
    // StructComponent.pointer("next", OFFSET_NEXT)
    private static CodeBlock call(String factory, CodeBlock arguments) {
        return CodeBlock.of("$T.$L($L)", Library.STRUCT_COMPONENT, factory, arguments);
    }

    // "id", "int", StorageType.I32, OFFSET_ID
    // "xs", "int[4]", StorageType.I32, OFFSET_XS
    private CodeBlock stored(StorageType storageType) {
        return CodeBlock.of("$S, $S, $L,$W$L", described.name(), placed.type().typeName(), type(storageType), offset());
    }

    // "start", "Point", PointView.type(), OFFSET_START
    // "ends", "Point[2]", PointView.type(), OFFSET_ENDS
    private CodeBlock struct() {
        return CodeBlock.of(
                "$S, $S,$W$T.type(), $L",
                described.name(),
                placed.type().typeName(),
                Names.view(placed.type().structs().getFirst().name()),
                offset());
    }

    // "value", "Circle | Rect", OFFSET_VALUE, 16, new StructVariant("CIRCLE", 0, CircleView.type()), ...
    private CodeBlock union(ComponentKind.Union kind) {
        UnionModel union = ((ComponentType.Union) placed.type()).union();
        CodeBlock variants = union.variants().stream()
                .map(variant -> CodeBlock.of(
                        "new $T($S, $L, $T.type())",
                        Library.STRUCT_VARIANT,
                        variant.constant(),
                        variant.number(),
                        Names.view(variant.struct().name())))
                .collect(CodeBlock.joining(",\n"));
        return CodeBlock.of(
                "$>$>\n$S,\n$S,\n$L,\n$L,\n$L$<$<",
                described.name(),
                placed.type().typeName(),
                offset(),
                kind.byteSize(),
                variants);
    }

    // NUMBERS_OF_COLOR
    private String numbers() {
        return names.numbers(placed.type().enumeration().orElseThrow());
    }

    // StorageType.I32
    private static CodeBlock type(StorageType storageType) {
        return CodeBlock.of("$T.$L", Library.STORAGE_TYPE, storageType);
    }

    // OFFSET_ID
    // 46
    private String offset() {
        return placed.isBehindTail() ? Long.toString(placed.byteOffset()) : names.offset(placed.component());
    }
}
