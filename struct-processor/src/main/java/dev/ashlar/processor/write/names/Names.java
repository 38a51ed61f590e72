package dev.ashlar.processor.write.names;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.ashlar.processor.model.CodecModel;
import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.model.JavaPrimitive;
import dev.ashlar.processor.model.StructName;

/** Names of the model as JavaPoet has them. */
public final class Names {
    private Names() {}

    /** The record, or the enum. */
    public static ClassName type(StructName name) {
        return ClassName.get(
                name.packageName(),
                name.simpleNames().getFirst(),
                name.simpleNames().stream().skip(1).toArray(String[]::new));
    }

    public static ClassName view(StructName name) {
        return ClassName.get(name.home(), name.viewName());
    }

    public static ClassName array(StructName name) {
        return ClassName.get(name.home(), name.arrayName());
    }

    static ClassName list(StructName name) {
        return ClassName.get(name.home(), name.listName());
    }

    static ClassName map(StructName name) {
        return ClassName.get(name.home(), name.mapName());
    }

    static ClassName ring(StructName name) {
        return ClassName.get(name.home(), name.ringName());
    }

    public static ClassName columns(StructName name) {
        return ClassName.get(name.home(), name.columnsName());
    }

    /** The Java type of the values of a codec. */
    public static TypeName value(CodecModel codec) {
        return switch (codec.value()) {
            case CodecModel.PrimitiveValue value -> primitive(value.primitive());
            case CodecModel.ObjectValue value -> type(value.name());
        };
    }

    /** The Java type of one number. */
    public static TypeName scalar(ComponentType.Scalar scalar) {
        return switch (scalar) {
            case ComponentType.Primitive primitive -> primitive(primitive.primitive());
            case ComponentType.Enumeration enumeration ->
                type(enumeration.model().name());
        };
    }

    public static TypeName primitive(JavaPrimitive primitive) {
        return switch (primitive) {
            case BYTE -> TypeName.BYTE;
            case SHORT -> TypeName.SHORT;
            case INT -> TypeName.INT;
            case LONG -> TypeName.LONG;
            case FLOAT -> TypeName.FLOAT;
            case DOUBLE -> TypeName.DOUBLE;
            case BOOLEAN -> TypeName.BOOLEAN;
            case CHAR -> TypeName.CHAR;
        };
    }
}
