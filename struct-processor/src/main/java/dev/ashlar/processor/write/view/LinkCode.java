package dev.ashlar.processor.write.view;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.layout.Layouts;
import dev.ashlar.processor.layout.StructLayout;
import dev.ashlar.processor.model.ComponentModel;
import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.processor.model.StructName;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.names.GeneratedNames;
import dev.ashlar.processor.write.names.Names;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * What a view was compiled with, and whether it is still there: a field that other views are held against, and a statement
 * before everything that makes views. Structs that hold neither structs nor enums need no such statement.
 */
public final class LinkCode {
    private final Layouts layouts;
    private final GeneratedNames names;

    /** A call for each struct in this one, by the component or variant that it is met in first. */
    private final Map<StructName, CodeBlock> structs = new LinkedHashMap<>();

    private final Map<StructName, CodeBlock> enums = new LinkedHashMap<>();

    private LinkCode(Layouts layouts, GeneratedNames names) {
        this.layouts = layouts;
        this.names = names;
    }

    // /** The layout that the struct was compiled with. */
    // public static final StructLink LINK = StructLink.of("p.Point", BYTE_SIZE, BYTE_ALIGNMENT, 0x1f…L);
    // public static final StructLink LINK = link();
    public static void addTo(TypeSpec.Builder view, StructModel struct, Layouts layouts, GeneratedNames names) {
        LinkCode code = new LinkCode(layouts, names);
        struct.components().forEach(code::add);
        boolean holdsStructs = !code.structs.isEmpty();
        String method = names.unused("link");
        view.addField(FieldSpec.builder(Library.STRUCT_LINK, "LINK", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc(
                        "The layout that this class was compiled with, checked by the classes of structs that hold this one.\n")
                .initializer(holdsStructs ? CodeBlock.of("$L()", method) : code.withoutStructs(struct))
                .build());
        if (holdsStructs) {
            view.addMethod(code.method(method, struct));
        }
    }

    /** The check in the view itself; empty where there is nothing to compare. */
    // LINK.check();
    static CodeBlock check(GeneratedNames names) {
        return names.model().holdsOthers() ? CodeBlock.of("LINK.check();\n") : CodeBlock.of("");
    }

    /** The check in the other classes of the struct. */
    // PersonView.LINK.check();
    public static CodeBlock checkOf(GeneratedNames view) {
        return view.model().holdsOthers() ? CodeBlock.of("$T.LINK.check();\n", view.view()) : CodeBlock.of("");
    }

    /** A class that is gone or hidden is a mismatch: left to the JVM, it would be another error at the second use. */
    // private static StructLink link() {
    //     StructLink link = StructLink.of("p.Track", BYTE_SIZE, BYTE_ALIGNMENT, 0x0123456789abcdefL);
    //     try {
    //         return link.struct("start", PointView.LINK, 8, 4, 0x0123456789abcdefL);
    //     } catch (LinkageError failure) {
    //         return link.broken(failure);
    //     }
    // }
    private MethodSpec method(String name, StructModel struct) {
        String link = names.variableBesides("link");
        String failure = names.variableBesides("failure");
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(Library.STRUCT_LINK)
                .addStatement("$T $L =$W$L", Library.STRUCT_LINK, link, layout(struct))
                .beginControlFlow("try")
                .addStatement("return $L$L", link, comparisons())
                .nextControlFlow("catch ($T $L)", LinkageError.class, failure)
                .addStatement("return $L.broken($L)", link, failure)
                .endControlFlow()
                .build();
    }

    // StructLink.of("p.Track", BYTE_SIZE, BYTE_ALIGNMENT, 0x0123456789abcdefL)
    private CodeBlock layout(StructModel struct) {
        return CodeBlock.of(
                "$T.of($S, BYTE_SIZE, BYTE_ALIGNMENT, $L)",
                Library.STRUCT_LINK,
                struct.name().canonicalName(),
                fingerprint(struct));
    }

    // StructLink.of("p.Sign", BYTE_SIZE, BYTE_ALIGNMENT, 0x0123456789abcdefL)
    //         .constants("colour", NUMBERS_OF_COLOUR)
    private CodeBlock withoutStructs(StructModel struct) {
        CodeBlock.Builder link = CodeBlock.builder().add("$>$>\n$L$>$>", layout(struct));
        enums.values().forEach(call -> link.add("\n$L", call));
        return link.add("$<$<$<$<").build();
    }

    // .struct("start", PointView.LINK, 8, 4, 0x0123456789abcdefL)
    //         .constants("colour", NUMBERS_OF_COLOUR)
    private CodeBlock comparisons() {
        return Stream.concat(structs.values().stream(), enums.values().stream()).collect(CodeBlock.joining("\n"));
    }

    private void add(ComponentModel component) {
        ComponentType type = component.storedType();
        for (StructModel struct : type.structs()) {
            add(type instanceof ComponentType.Union ? struct.name().simpleName() : component.name(), struct);
        }
        type.enumeration()
                .ifPresent(model -> enums.putIfAbsent(
                        model.name(), CodeBlock.of(".constants($S, $L)", component.name(), names.numbers(model))));
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
