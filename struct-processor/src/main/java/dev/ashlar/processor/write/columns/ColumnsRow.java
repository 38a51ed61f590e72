package dev.ashlar.processor.write.columns;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.layout.ColumnNode;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.processor.write.component.ComponentCode;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.names.GeneratedNames;
import dev.ashlar.processor.write.names.Names;
import dev.ashlar.processor.write.view.Destructuring;
import dev.ashlar.processor.write.view.RecordCode;
import dev.ashlar.processor.write.view.ViewCopies;
import dev.ashlar.processor.write.view.ViewIdentity;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** One row of columns: a class with the accessors of a view, each of which finds its place by the index. */
final class ColumnsRow {
    private final ColumnsNames names;
    private final GeneratedNames rows;

    /** The variables of {@code write}: those of all columns, and of the records that they are read from. */
    private final Set<String> variables = new HashSet<>();

    private final String segment;

    private ColumnsRow(ColumnsNames names) {
        this.names = names;
        this.rows = names.rows();
        this.segment = unused("segment");
    }

    // /** One Person, its components in different columns. */
    // public static sealed class Row implements StructRow<Person> {
    static TypeSpec of(ColumnsNames names) {
        return new ColumnsRow(names).build();
    }

    private TypeSpec build() {
        TypeSpec.Builder row = TypeSpec.classBuilder(names.row())
                .addJavadoc("One {@link $T} whose components lie in different columns.\n", rows.struct())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.SEALED)
                .addSuperinterface(ParameterizedTypeName.get(Library.STRUCT_ROW, rows.struct()))
                .addField(names.columns(), "columns", Modifier.PRIVATE, Modifier.FINAL)
                .addField(Library.MEMORY, "memory", Modifier.PRIVATE)
                .addField(TypeName.LONG, "index", Modifier.PRIVATE)
                .addMethod(constructor())
                .addMethod(Library.getter("index", TypeName.LONG));
        List<ComponentCode> codes = names.codes();
        codes.forEach(code -> code.forms().forEach(form -> form.addAccessors(row)));
        row.addMethod(read()).addMethod(write());
        Destructuring.addTo(row, codes, rows);
        ViewIdentity.addTo(
                row,
                names.struct(),
                rows,
                codes,
                names.compared("", "segment"),
                names.compared("that.", "thatSegment"));
        addRecords(names.layout().components(), row);
        names.layout().columns().forEach(column -> row.addMethod(offset(column)));
        return row.build();
    }

    /** Only a cursor changes the handle and the index. */
    // this.columns = columns; this.memory = memory;
    // this.index = index;
    private MethodSpec constructor() {
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(names.columns(), "columns")
                .addParameter(Library.MEMORY, "memory")
                .addParameter(TypeName.LONG, "index")
                .addStatement("this.columns = columns")
                .addStatement("this.memory = memory")
                .addStatement("this.index = index")
                .build();
    }

    // MemorySegment segment = memory.readable(columns.byteOffset, 1);
    // Line value = new Line(new Point(segment.get(LittleEndian.I32, columns.startXColumn + index * 4), ...), ...);
    // Reference.reachabilityFence(memory); return value;
    private MethodSpec read() {
        MethodSpec.Builder read = Library.override("read")
                .returns(rows.struct())
                .addStatement("$T $L = memory.readable(columns.byteOffset, 1)", MemorySegment.class, segment);
        record(names.struct(), names.layout().components()).addTo(read, ViewCopies.FENCE);
        return read.build();
    }

    private RecordCode record(StructModel struct, List<ColumnNode> nodes) {
        return new RecordCode(struct, rows, nodes.stream().map(this::argument).toList());
    }

    private RecordCode.Argument argument(ColumnNode node) {
        return switch (node) {
            case ColumnNode.Column column -> {
                ComponentCode code = names.copyCode(column);
                yield new RecordCode.Argument(
                        column.declared(),
                        code.recordType(),
                        rows.variable(column.placed().component()),
                        code.readFrom(CodeBlock.of("$L", segment)));
            }
            case ColumnNode.Group group ->
                new RecordCode.Argument(
                        group.declared(),
                        Names.type(group.struct().name()),
                        rows.variableBesides(group.name()),
                        read(group));
        };
    }

    // new Point(segment.get(LittleEndian.I32, columns.startXColumn + index * 4), ...)
    // startRecord(segment)
    private CodeBlock read(ColumnNode.Group group) {
        RecordCode record = record(group.struct(), group.components());
        return record.isPlain() ? record.plain() : CodeBlock.of("$L($L)", recordMethod(group), segment);
    }

    private String recordMethod(ColumnNode.Group group) {
        return rows.unused(group.name() + "Record");
    }

    // private Point startRecord(MemorySegment segment) {
    //     int x = segment.get(LittleEndian.I32, columns.startXColumn + index * 4); ...
    private void addRecords(List<ColumnNode> nodes, TypeSpec.Builder row) {
        for (ColumnNode node : nodes) {
            if (node instanceof ColumnNode.Group group) {
                RecordCode record = record(group.struct(), group.components());
                if (!record.isPlain()) {
                    MethodSpec.Builder method = MethodSpec.methodBuilder(recordMethod(group))
                            .addModifiers(Modifier.PRIVATE)
                            .returns(Names.type(group.struct().name()))
                            .addParameter(MemorySegment.class, segment);
                    record.addTo(method);
                    row.addMethod(method.build());
                }
                addRecords(group.components(), row);
            }
        }
    }

    // Point start = ComponentValue.require("p.Line#start", value.start()); int startX = start.x();
    // segment.set(LittleEndian.I32, columns.startXColumn + index * 4, start.x());
    private MethodSpec write() {
        names.layout()
                .columns()
                .forEach(column -> variables.add(rows.variable(column.placed().component())));
        String value = unused("value");
        MethodSpec.Builder write = Library.override("write")
                .addParameter(rows.struct(), value)
                .addStatement("$T.require($S, $L)", Library.COMPONENT_VALUE, rows.inMessages(), value);
        List<CodeBlock> stores = new ArrayList<>();
        check(names.layout().components(), value, write, stores);
        write.addStatement("$T $L = memory.writable(columns.byteOffset, 1)", MemorySegment.class, segment);
        stores.forEach(write::addStatement);
        return write.addStatement(ViewCopies.FENCE).build();
    }

    private String unused(String name) {
        String unused = rows.variableBesides(name);
        while (!variables.add(unused)) {
            unused += "_";
        }
        return unused;
    }

    private void check(List<ColumnNode> nodes, String record, MethodSpec.Builder write, List<CodeBlock> stores) {
        for (ColumnNode node : nodes) {
            CodeBlock path = CodeBlock.of("$S", rows.inMessages() + "#" + node.path());
            CodeBlock component =
                    CodeBlock.of("$L.$L()", record, node.declared().getter());
            switch (node) {
                case ColumnNode.Column column -> {
                    ComponentCode code = names.copyCode(column);
                    CodeBlock stored = component;
                    if (code.refuses()) {
                        stored =
                                CodeBlock.of("$L", rows.variable(column.placed().component()));
                        write.addStatement("$T $L = $L", code.checkedType(), stored, code.check(path, component));
                        code.requireIn(stored).ifPresent(write::addStatement);
                    } else {
                        write.addStatement("var _ = $L", component);
                    }
                    stores.addAll(code.storesTo(CodeBlock.of("$L", segment), stored));
                }
                case ColumnNode.Group group -> {
                    String variable = unused(group.name());
                    write.addStatement(
                            "$T $L = $T.require($L, $L)",
                            Names.type(group.struct().name()),
                            variable,
                            Library.COMPONENT_VALUE,
                            path,
                            component);
                    check(group.components(), variable, write, stores);
                }
            }
        }
    }

    // private long heightOffset() {
    //     return columns.heightColumn + index * 8;
    private MethodSpec offset(ColumnNode.Column column) {
        return MethodSpec.methodBuilder(rows.accessor(column.placed().component(), "Offset"))
                .addModifiers(Modifier.PRIVATE)
                .returns(TypeName.LONG)
                .addStatement("return $L", names.offset(column))
                .build();
    }
}
