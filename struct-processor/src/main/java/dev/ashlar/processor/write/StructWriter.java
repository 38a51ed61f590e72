package dev.ashlar.processor.write;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.layout.StructLayout;
import dev.ashlar.processor.model.StructModel;
import java.util.List;

/** Writes all classes of one struct. The struct must have passed its checks. */
public final class StructWriter {
    private StructWriter() {}

    public static List<SourceFile> write(StructModel struct, StructLayout layout) {
        StructNaming naming = new StructNaming(struct);
        TypeSpec view = struct.union()
                .map(union -> UnionClass.of(struct, union, layout, naming))
                .orElseGet(() -> ViewClass.of(struct, layout, naming));
        return struct.hasTail()
                ? List.of(file(struct, view))
                : List.of(file(struct, view), file(struct, ArrayClass.of(struct, layout, naming)));
    }

    private static SourceFile file(StructModel struct, TypeSpec type) {
        String text = JavaFile.builder(struct.name().home(), type)
                .indent("    ")
                .skipJavaLangImports(!struct.surroundings().hidesJavaLang())
                .build()
                .toString();
        return new SourceFile(struct.name().generated(type.name()), SourceStyle.tidy(text));
    }
}
