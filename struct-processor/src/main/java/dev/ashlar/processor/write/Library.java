package dev.ashlar.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.alloc.Allocator;
import dev.ashlar.memory.Memory;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.struct.FixedString;
import dev.ashlar.struct.Generated;
import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.StructArray;
import dev.ashlar.struct.StructComponent;
import dev.ashlar.struct.StructExtent;
import dev.ashlar.struct.StructType;
import dev.ashlar.struct.StructView;
import javax.lang.model.element.Modifier;

/** The types that generated code meets, and the heads that all generated classes and methods share. */
final class Library {
    static final ClassName ALLOCATOR = ClassName.get(Allocator.class);
    static final ClassName MEMORY = ClassName.get(Memory.class);
    static final ClassName FIXED_STRING = ClassName.get(FixedString.class);
    static final ClassName STORAGE_TYPE = ClassName.get(StorageType.class);
    static final ClassName STRUCT_ARRAY = ClassName.get(StructArray.class);
    static final ClassName STRUCT_COMPONENT = ClassName.get(StructComponent.class);
    static final ClassName STRUCT_EXTENT = ClassName.get(StructExtent.class);
    static final ClassName STRUCT_TYPE = ClassName.get(StructType.class);
    static final ClassName STRUCT_VIEW = ClassName.get(StructView.class);

    private static final String PROCESSOR = "dev.ashlar.processor.StructProcessor";

    private Library() {}

    // @Generated("dev.ashlar.processor.StructProcessor")
    // public final class PersonView {
    static TypeSpec.Builder classFor(StructModel struct, ClassName name) {
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addAnnotation(AnnotationSpec.builder(Generated.class)
                        .addMember("value", "$S", PROCESSOR)
                        .build());
        if (struct.surroundings().isDeprecated()) {
            type.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                    .addMember("value", "{$S, $S}", "deprecation", "removal")
                    .build());
        }
        if (struct.isPublic()) {
            type.addModifiers(Modifier.PUBLIC);
        }
        return type.addModifiers(Modifier.FINAL);
    }

    // @Override
    // public long size() {
    static MethodSpec.Builder override(String name) {
        return MethodSpec.methodBuilder(name).addAnnotation(Override.class).addModifiers(Modifier.PUBLIC);
    }
}
