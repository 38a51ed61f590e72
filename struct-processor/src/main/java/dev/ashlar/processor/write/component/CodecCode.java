package dev.ashlar.processor.write.component;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.ashlar.processor.layout.PlacedComponent;
import dev.ashlar.processor.model.CodecModel;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.names.GeneratedNames;
import dev.ashlar.processor.write.names.Names;
import dev.ashlar.processor.write.names.Placement;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/**
 * The calls of a codec, in two methods for each component, so that what the codec throws gets the name of the component in one
 * place.
 */
final class CodecCode {
    private static final String ENCODE = "encode";

    private final CodecModel codec;
    private final PlacedComponent placed;
    private final GeneratedNames names;
    private final TypeName value;
    private final TypeName stored;

    /**
     * @param stored the type of what is stored for one value
     */
    private CodecCode(PlacedComponent placed, TypeName stored, GeneratedNames names) {
        this.codec = codecOf(placed);
        this.placed = placed;
        this.names = names;
        this.value = Names.value(codec);
        this.stored = stored;
    }

    /** The code about a component that has a codec. */
    static ComponentCode of(PlacedComponent placed, GeneratedNames names, Placement placement) {
        ComponentCode stored = ComponentCode.ofStored(placed, names.ofStoredForms(), placement);
        return stored instanceof ArrayComponent array && codecOf(placed).isByElement()
                ? new ConvertedArrayComponent(
                        placed, array, new CodecCode(placed, array.elementType, names), names, placement)
                : new ConvertedComponent(
                        placed, stored, new CodecCode(placed, stored.recordType(), names), names, placement);
    }

    private static CodecModel codecOf(PlacedComponent placed) {
        return Objects.requireNonNull(placed.component().codec(), "component without a codec");
    }

    /** The type of a value. */
    TypeName value() {
        return value;
    }

    /** The codec as Javadoc names it. */
    ClassName name() {
        return Names.type(codec.name());
    }

    /** An expression for what is stored for a value, which the codec may refuse. */
    // createdEncoded("p.Order#created", created)
    // pricesEncoded(ComponentPath.element(component, index), values[index])
    CodeBlock encoded(CodeBlock path, CodeBlock value) {
        return CodeBlock.of("$L($L,$W$L)", encoded(), path, value);
    }

    /** An expression for the value of what is stored; of an element, where {@code index} says which. */
    // createdDecoded(memory.loadI64(byteOffset() + OFFSET_CREATED))
    // pricesDecoded(index, pricesCents(index))
    CodeBlock decoded(CodeBlock stored) {
        return CodeBlock.of(codec.isByElement() ? "$L(index, $L)" : "$L($L)", decoded(), stored);
    }

    // "p.Order#created"
    // ComponentPath.element("p.Order#prices", (int) index)
    private CodeBlock path() {
        String component = names.inMessages(placed.component());
        return codec.isByElement()
                ? CodeBlock.of("$T.element($S, (int) index)", Library.COMPONENT_PATH, component)
                : CodeBlock.of("$S", component);
    }

    private String encoded() {
        return names.accessor(placed.component(), "Encoded");
    }

    private String decoded() {
        return names.accessor(placed.component(), "Decoded");
    }

    /** Bytes are copied, so that a codec may return the same array each time: a record is encoded whole before it is stored. */
    // private static long createdEncoded(Object component, Instant value) {
    //     ComponentValue.require(component, value);
    //     try { return InstantNanos.encode(value); } catch (Exception failure) { throw
    // CodecFailure.refused(...); }
    MethodSpec encodeMethod() {
        MethodSpec.Builder method = MethodSpec.methodBuilder(encoded())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(stored)
                .addParameter(Object.class, "component")
                .addParameter(value, "value");
        if (!value.isPrimitive()) {
            method.addStatement("$T.require(component, value)", Library.COMPONENT_VALUE);
        }
        return method.beginControlFlow("try")
                .addStatement(
                        "return $L$L",
                        present(call(ENCODE, "value"), stored, "encode returned null"),
                        stored instanceof ArrayTypeName ? ".clone()" : "")
                .nextControlFlow("catch ($T failure)", Exception.class)
                .addStatement(
                        "throw $T.refused(component, value, $S, $S, failure)",
                        Library.CODEC_FAILURE,
                        placed.valueStorage(),
                        codec.text())
                .endControlFlow()
                .build();
    }

    // private static Instant createdDecoded(long stored) {
    //     try { return Objects.requireNonNull(InstantNanos.decode(stored), "decode returned null");
    //     } catch (Exception failure) { throw CodecFailure.unreadable("p.Order#created", stored, ...); }
    MethodSpec decodeMethod() {
        MethodSpec.Builder method = MethodSpec.methodBuilder(decoded())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(value);
        if (codec.isByElement()) {
            method.addParameter(TypeName.LONG, "index");
        }
        return method.addParameter(stored, "stored")
                .beginControlFlow("try")
                .addStatement("return $L", present(call("decode", "stored"), value, "decode returned null"))
                .nextControlFlow("catch ($T failure)", Exception.class)
                .addStatement(
                        "throw $T.unreadable($L, stored, $S, failure)", Library.CODEC_FAILURE, path(), codec.text())
                .endControlFlow()
                .build();
    }

    // InstantNanos.encode(value)
    // ScaledDecimal.encode(value, 4)
    // AsciiSpaces.encode(value, 8)
    private CodeBlock call(String method, String argument) {
        if (codec.takesLength() && method.equals(ENCODE)) {
            return CodeBlock.of("$T.$L($L, $L)", name(), method, argument, placed.byteSize());
        }
        return codec.scale() == null
                ? CodeBlock.of("$T.$L($L)", name(), method, argument)
                : CodeBlock.of("$T.$L($L, $L)", name(), method, argument, codec.scale());
    }

    private static CodeBlock present(CodeBlock call, TypeName type, String otherwise) {
        return type.isPrimitive() ? call : CodeBlock.of("$T.requireNonNull($L, $S)", Objects.class, call, otherwise);
    }
}
