package dev.ashlar.processor.write.arms;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.layout.PlacedComponent;
import dev.ashlar.processor.layout.StructLayout;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.names.GeneratedNames;

/**
 * {@code equals} and {@code hashCode} of a union without a tag, by its bytes up to the end of the longest arm: nobody knows
 * which arm counts.
 */
final class ArmsIdentity {
    private final GeneratedNames names;
    private final long byteSize;

    private ArmsIdentity(GeneratedNames names, long byteSize) {
        this.names = names;
        this.byteSize = byteSize;
    }

    static void addTo(TypeSpec.Builder view, StructLayout layout, GeneratedNames names) {
        long byteSize = layout.components().stream()
                .mapToLong(PlacedComponent::end)
                .max()
                .orElseThrow();
        ArmsIdentity identity = new ArmsIdentity(names, byteSize);
        view.addMethod(identity.equalsMethod());
        view.addMethod(identity.equal());
        view.addMethod(hashCodeMethod());
        view.addMethod(identity.hash());
    }

    // return other instanceof ValueView that
    //         && equal(memory, byteOffset(), that.memory, that.byteOffset());
    private MethodSpec equalsMethod() {
        return Library.override("equals")
                .returns(TypeName.BOOLEAN)
                .addParameter(names.other(), "other")
                .addStatement(
                        "return other instanceof $T that$W&& equal(memory, byteOffset(), that.memory, that.byteOffset())",
                        names.view())
                .build();
    }

    // return UnionTag.sameBytes(memory, byteOffset, thatMemory, thatOffset, 8);
    private MethodSpec equal() {
        return ArmsClass.staticMethod("equal", TypeName.BOOLEAN)
                .addJavadoc("Returns whether two unions have the same bytes, up to the end of the longest arm.\n")
                .addParameter(Library.MEMORY, "thatMemory")
                .addParameter(TypeName.LONG, "thatOffset")
                .addStatement(
                        "return $T.sameBytes(memory, byteOffset, thatMemory, thatOffset, $L)",
                        Library.UNION_TAG,
                        byteSize)
                .build();
    }

    // return hash(memory, byteOffset());
    private static MethodSpec hashCodeMethod() {
        return Library.override("hashCode")
                .returns(TypeName.INT)
                .addStatement("return hash(memory, byteOffset())")
                .build();
    }

    // return CheckedArms.hash(memory, byteOffset, 8);
    private MethodSpec hash() {
        return ArmsClass.staticMethod("hash", TypeName.INT)
                .addJavadoc("Returns the hash code of a union, which is that of its views.\n")
                .addStatement("return $T.hash(memory, byteOffset, $L)", Library.CHECKED_ARMS, byteSize)
                .build();
    }
}
