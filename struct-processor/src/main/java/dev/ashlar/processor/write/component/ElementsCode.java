package dev.ashlar.processor.write.component;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.model.PropertyName;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.names.GeneratedNames;
import dev.ashlar.processor.write.names.Names;
import dev.ashlar.processor.write.names.Placement;
import dev.ashlar.struct.EnumElements;

/** Arrays of numbers as objects that are read and written in place, {@code view.xs[0] += 1} in Kotlin. */
final class ElementsCode {
    private ElementsCode() {}

    // IntElements
    // EnumElements<Color>
    static TypeName type(ComponentType.Scalar scalar) {
        return switch (scalar) {
            case ComponentType.Primitive primitive ->
                ClassName.get(
                        EnumElements.class.getPackageName(),
                        PropertyName.capitalized(primitive.primitive().keyword()) + "Elements");
            case ComponentType.Enumeration enumeration ->
                ParameterizedTypeName.get(
                        ClassName.get(EnumElements.class),
                        Names.type(enumeration.model().name()));
        };
    }

    // new IntElements("xs", memory, byteOffset() + OFFSET_XS, LENGTH_XS, StorageType.I32,
    // StructOrder.LITTLE_ENDIAN)
    // new EnumElements<>("colors", memory, byteOffset() + OFFSET_COLORS, LENGTH_COLORS, ..., NUMBERS_OF_COLOR)
    static CodeBlock of(
            ComponentType.Scalar scalar,
            CodeBlock name,
            CodeBlock offset,
            CodeBlock length,
            GeneratedNames names,
            Placement placement) {
        CodeBlock type = scalar instanceof ComponentType.Enumeration
                ? CodeBlock.of("$T<>", EnumElements.class)
                : CodeBlock.of("$T", type(scalar));
        CodeBlock numbers = scalar instanceof ComponentType.Enumeration enumeration
                ? CodeBlock.of(",\n$L", names.numbers(enumeration.model()))
                : CodeBlock.of("");
        return CodeBlock.of(
                "new $L(\n$L,\nmemory,\n$L,\n$L,\n$T.$L,\n$L$L)",
                type,
                name,
                offset,
                length,
                Library.STORAGE_TYPE,
                scalar.storageType(),
                placement.orderConstant(),
                numbers);
    }
}
