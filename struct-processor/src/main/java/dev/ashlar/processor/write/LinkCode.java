package dev.ashlar.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.layout.Layouts;
import dev.ashlar.processor.layout.StructLayout;
import dev.ashlar.processor.model.ComponentModel;
import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.processor.model.StructName;
import dev.ashlar.processor.model.UnionModel;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.lang.model.element.Modifier;

/**
 * What a view was compiled with, and whether it is still there: a field that other views are held against, and a statement
 * before everything that makes views. Structs that hold neither structs nor enums need no such statement.
 */
final class LinkCode {
    private final Layouts layouts;
    private final StructNaming naming;

    /** A call for each struct in this one, by the component or variant that it is met in first. */
    private final Map<StructName, CodeBlock> structs = new LinkedHashMap<>();

    private final Map<StructName, CodeBlock> enums = new LinkedHashMap<>();

    private LinkCode(Layouts layouts, StructNaming naming) {
        this.layouts = layouts;
        this.naming = naming;
    }

    // /** The layout that the struct was compiled with. */
    // public static final StructLink LINK = StructLink.of("p.Track", BYTE_SIZE, BYTE_ALIGNMENT, 0x1f…L)...;
    static void addTo(TypeSpec.Builder view, StructModel struct, Layouts layouts, StructNaming naming) {
        LinkCode code = new LinkCode(layouts, naming);
        struct.components().forEach(code::add);
        view.addField(FieldSpec.builder(Library.STRUCT_LINK, "LINK", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc(
                        "The layout that this class was compiled with, for classes of structs that hold this one.\n")
                .initializer(code.initializer(struct))
                .build());
    }

    /** The check in the view itself; empty where there is nothing to compare. */
    // LINK.check();
    static CodeBlock check(StructNaming naming) {
        return naming.isLinked() ? CodeBlock.of("LINK.check();\n") : CodeBlock.of("");
    }

    /** The check in the other classes of the struct. */
    // PersonView.LINK.check();
    static CodeBlock checkOf(StructNaming view) {
        return view.isLinked() ? CodeBlock.of("$T.LINK.check();\n", view.view()) : CodeBlock.of("");
    }

    // StructLink.of("p.Track", BYTE_SIZE, BYTE_ALIGNMENT, 0x0123456789abcdefL)
    //         .struct("start", PointView.LINK, 8, 4, 0x0123456789abcdefL)
    private CodeBlock initializer(StructModel struct) {
        CodeBlock.Builder link = CodeBlock.builder()
                .add(
                        "$>$>\n$T.of($S, BYTE_SIZE, BYTE_ALIGNMENT, $L)$>$>",
                        Library.STRUCT_LINK,
                        struct.name().canonicalName(),
                        fingerprint(struct));
        structs.values().forEach(call -> link.add("\n$L", call));
        enums.values().forEach(call -> link.add("\n$L", call));
        return link.add("$<$<$<$<").build();
    }

    private void add(ComponentModel component) {
        switch (ComponentType.elementOf(component.storedType())) {
            case ComponentType.Nested nested -> add(component.name(), nested.struct());
            case ComponentType.Union union -> {
                for (UnionModel.Variant variant : union.union().variants()) {
                    add(variant.name(), variant.struct());
                }
            }
            case ComponentType.Enumeration enumeration ->
                enums.putIfAbsent(
                        enumeration.model().name(),
                        CodeBlock.of(".constants($S, $L)", component.name(), naming.numbers(enumeration)));
            default -> {}
        }
    }

    // .struct("start", PointView.LINK, 8, 4, 0x0123456789abcdefL)
    private void add(String component, StructModel nested) {
        StructLayout layout = layouts.of(nested);
        structs.putIfAbsent(
                nested.name(),
                CodeBlock.of(
                        ".struct($S, $T.LINK, $L, $L, $L)",
                        component,
                        Names.view(nested.name()),
                        layout.byteSize(),
                        layout.byteAlignment(),
                        fingerprint(nested)));
    }

    // 0x0123456789abcdefL
    private String fingerprint(StructModel struct) {
        return "0x" + HexFormat.of().toHexDigits(layouts.fingerprint(struct)) + "L";
    }
}
