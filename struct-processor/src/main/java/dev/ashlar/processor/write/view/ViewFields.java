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

/** Where a view is: the handle and the offset that are all it consists of. */
public final class ViewFields {
    private ViewFields() {}

    // private Memory memory;
    // private long place;
    public static void addTo(TypeSpec.Builder view) {
        view.addField(FieldSpec.builder(Library.MEMORY, "memory", Modifier.PRIVATE)
                .addJavadoc("Not final, as the place is not: see {@link $T}.\n", Library.STRUCT_VIEW)
                .build());
        view.addField(FieldSpec.builder(TypeName.LONG, "place", Modifier.PRIVATE)
                .addJavadoc("The offset, with its sign bit flipped.\n")
                .build());
        view.addMethod(constructor());
    }

    public static void addMethodsTo(TypeSpec.Builder view, GeneratedNames names, Optional<TailFeatures> tail) {
        view.addMethod(tail.map(TailFeatures::free).orElseGet(ViewFields::free));
        view.addMethod(Library.getter("memory", Library.MEMORY));
        view.addMethod(byteOffset());
        view.addMethod(structType(names));
    }

    // /** For callers that have checked the bounds. */
    // PersonView(Memory memory, long byteOffset) {
    private static MethodSpec constructor() {
        return MethodSpec.constructorBuilder()
                .addJavadoc("For callers that have checked the bounds.\n")
                .addParameter(Library.MEMORY, "memory")
                .addParameter(TypeName.LONG, "byteOffset")
                .addStatement("this.memory = memory")
                .addStatement("this.place = byteOffset ^ $T.MIN_VALUE", Long.class)
                .build();
    }

    // public long byteOffset() {
    //     return place ^ Long.MIN_VALUE;
    private static MethodSpec byteOffset() {
        return Library.override("byteOffset")
                .returns(TypeName.LONG)
                .addStatement("return place ^ $T.MIN_VALUE", Long.class)
                .build();
    }

    // public void free() {
    //     StructRange.free(memory, byteOffset(), BYTE_SIZE);
    private static MethodSpec free() {
        return Library.override("free")
                .addStatement("$T.free(memory, byteOffset(), BYTE_SIZE)", Library.STRUCT_RANGE)
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
