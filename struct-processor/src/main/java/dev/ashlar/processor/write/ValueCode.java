package dev.ashlar.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.ashlar.processor.model.ComponentModel;
import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.model.JavaPrimitive;

/** The expressions that load, store, compare and hash the value of one component. */
final class ValueCode {
    private final StructNaming naming;

    ValueCode(StructNaming naming) {
        this.naming = naming;
    }

    /** The Java type that accessors take and return. */
    static TypeName javaType(ComponentModel component) {
        return switch (component.storedType()) {
            case ComponentType.Primitive primitive -> typeName(primitive.primitive());
            case ComponentType.FixedText text -> TypeName.get(String.class);
        };
    }

    /** The Java type of what is ready to be stored. */
    static TypeName checkedType(ComponentModel component) {
        return switch (component.storedType()) {
            case ComponentType.Primitive primitive -> typeName(primitive.primitive());
            case ComponentType.FixedText text -> TypeName.get(byte[].class);
        };
    }

    // memory.loadI32(byteOffset + OFFSET_ID)
    // FixedString.load(memory, byteOffset + OFFSET_NAME, LENGTH_NAME)
    CodeBlock load(ComponentModel component) {
        return switch (component.storedType()) {
            case ComponentType.Primitive primitive -> loadPrimitive(component, primitive.primitive());
            case ComponentType.FixedText text ->
                CodeBlock.of(
                        "$T.load(memory, byteOffset + $L, $L)",
                        Library.FIXED_STRING,
                        naming.offset(component),
                        naming.length(component));
        };
    }

    // value.id()
    // FixedString.encode("name", value.name(), LENGTH_NAME)
    CodeBlock check(ComponentModel component, CodeBlock value) {
        return switch (component.storedType()) {
            case ComponentType.Primitive primitive -> value;
            case ComponentType.FixedText text ->
                CodeBlock.of(
                        "$T.encode($S, $L, $L)",
                        Library.FIXED_STRING,
                        component.name(),
                        value,
                        naming.length(component));
        };
    }

    // memory.storeI32(byteOffset + OFFSET_ID, id)
    // memory.storeBytes(byteOffset + OFFSET_NAME, name)
    CodeBlock store(ComponentModel component, CodeBlock checked) {
        return switch (component.storedType()) {
            case ComponentType.Primitive primitive -> storePrimitive(component, primitive.primitive(), checked);
            case ComponentType.FixedText text ->
                CodeBlock.of("memory.storeBytes(byteOffset + $L, $L)", naming.offset(component), checked);
        };
    }

    // id() == that.id()
    // Double.compare(height(), that.height()) == 0
    CodeBlock equal(ComponentModel component) {
        CodeBlock mine = naming.get(component);
        CodeBlock theirs = CodeBlock.of("that.$L()", naming.accessor(component));
        return switch (component.storedType()) {
            case ComponentType.Primitive(JavaPrimitive primitive)
            when isFloating(primitive) ->
                CodeBlock.of("$T.compare($L, $L) == 0", typeName(primitive).box(), mine, theirs);
            case ComponentType.Primitive primitive -> CodeBlock.of("$L == $L", mine, theirs);
            case ComponentType.FixedText text -> CodeBlock.of("$L.equals($L)", mine, theirs);
        };
    }

    // Double.hashCode(height())
    // name().hashCode()
    CodeBlock hash(ComponentModel component) {
        CodeBlock value = naming.get(component);
        return switch (component.storedType()) {
            case ComponentType.Primitive primitive ->
                CodeBlock.of("$T.hashCode($L)", typeName(primitive.primitive()).box(), value);
            case ComponentType.FixedText text -> CodeBlock.of("$L.hashCode()", value);
        };
    }

    private CodeBlock loadPrimitive(ComponentModel component, JavaPrimitive primitive) {
        String load = switch (primitive) {
            case BYTE, SHORT, CHAR -> "(" + primitive.keyword() + ") memory.load$L(byteOffset + $L)";
            case BOOLEAN -> "memory.load$L(byteOffset + $L) != 0";
            default -> "memory.load$L(byteOffset + $L)";
        };
        return CodeBlock.of(load, primitive.storageType(), naming.offset(component));
    }

    /** Stores do not care for signs, so there are none for unsigned storage. */
    private CodeBlock storePrimitive(ComponentModel component, JavaPrimitive primitive, CodeBlock value) {
        String type = primitive.storageType().name().replace('U', 'I');
        CodeBlock stored = primitive == JavaPrimitive.BOOLEAN ? CodeBlock.of("$L ? 1 : 0", value) : value;
        return CodeBlock.of("memory.store$L(byteOffset + $L, $L)", type, naming.offset(component), stored);
    }

    private static boolean isFloating(JavaPrimitive primitive) {
        return primitive == JavaPrimitive.FLOAT || primitive == JavaPrimitive.DOUBLE;
    }

    private static TypeName typeName(JavaPrimitive primitive) {
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
