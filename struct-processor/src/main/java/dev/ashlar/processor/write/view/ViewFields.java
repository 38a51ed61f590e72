package dev.ashlar.processor.write.view;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.names.GeneratedNames;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The fields of a view, the handle and the offset, and the methods that return and release them. */
public final class ViewFields {
    /** The name of the field with the offset. */
    static final String OFFSET = "flippedOffset";

    private ViewFields() {}

    // private Memory memory;
    // private long flippedOffset;
    public static void addTo(TypeSpec.Builder view) {
        view.addField(FieldSpec.builder(Library.MEMORY, "memory", Modifier.PRIVATE)
                .addJavadoc("The handle. Neither field is final: see {@link $T}.\n", Library.STRUCT_VIEW)
                .build());
        view.addField(FieldSpec.builder(TypeName.LONG, OFFSET, Modifier.PRIVATE)
                .addJavadoc(
                        "The offset with its sign bit flipped, so that 0, which a thread may see if it gets the view by a data race,\nis not the offset of a struct.\n")
                .build());
        view.addMethod(constructor());
    }

    public static void addMethodsTo(TypeSpec.Builder view, GeneratedNames names, Optional<TailFeatures> tail) {
        view.addMethod(tail.map(TailFeatures::free).orElseGet(() -> free(names)));
        view.addMethod(Library.getter("memory", Library.MEMORY));
        view.addMethod(byteOffset());
        view.addMethod(structType(names));
    }

    // /** Creates a view without a check of the bounds: for callers that have checked them. */
    // PersonView(Memory memory, long byteOffset) {
    private static MethodSpec constructor() {
        return MethodSpec.constructorBuilder()
                .addJavadoc("Creates a view without a check of the bounds: for callers that have checked them.\n")
                .addParameter(Library.MEMORY, "memory")
                .addParameter(TypeName.LONG, "byteOffset")
                .addStatement("this.memory = memory")
                .addStatement("this.flippedOffset = byteOffset ^ $T.MIN_VALUE", Long.class)
                .build();
    }

    // public long byteOffset() {
    //     return flippedOffset ^ Long.MIN_VALUE;
    private static MethodSpec byteOffset() {
        return Library.override("byteOffset")
                .returns(TypeName.LONG)
                .addStatement("return flippedOffset ^ $T.MIN_VALUE", Long.class)
                .build();
    }

    // public void free() {
    //     StructRange.free("p.Person", memory, byteOffset(), BYTE_SIZE);
    private static MethodSpec free(GeneratedNames names) {
        return Library.override("free")
                .addStatement("$T.free($S, memory, byteOffset(), BYTE_SIZE)", Library.STRUCT_RANGE, names.inMessages())
                .build();
    }

    // public StructType<Person, PersonView> structType() {
    //     return type();
    private static MethodSpec structType(GeneratedNames names) {
        return Library.override("structType")
                .returns(ParameterizedTypeName.get(Library.STRUCT_TYPE, names.struct(), names.view()))
                .addStatement("return type()")
                .build();
    }
}
