package dev.ashlar.processor.write;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.layout.Layouts;
import dev.ashlar.processor.layout.StructLayout;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.processor.output.OutputFile;
import dev.ashlar.processor.write.arms.ArmsClass;
import dev.ashlar.processor.write.array.ArrayClass;
import dev.ashlar.processor.write.columns.ColumnsClass;
import dev.ashlar.processor.write.list.ListClass;
import dev.ashlar.processor.write.map.MapClass;
import dev.ashlar.processor.write.names.GeneratedNames;
import dev.ashlar.processor.write.ring.RingClass;
import dev.ashlar.processor.write.source.SourceStyle;
import dev.ashlar.processor.write.union.UnionClass;
import dev.ashlar.processor.write.view.ViewClass;
import java.util.ArrayList;
import java.util.List;

/** Writes all classes of one struct. The struct must have passed its checks. */
public final class StructWriter {
    private StructWriter() {}

    /**
     * Writes the classes of {@code struct}.
     *
     * @param layouts those of the struct and of all that it holds
     */
    public static List<OutputFile> write(StructModel struct, Layouts layouts) {
        StructLayout layout = layouts.of(struct);
        GeneratedNames names = new GeneratedNames(struct);
        TypeSpec view = struct.union()
                .map(union -> UnionClass.of(struct, union, layouts, names))
                .orElseGet(() ->
                        struct.hasArms() ? ArmsClass.of(struct, layouts, names) : ViewClass.of(struct, layouts, names));
        List<OutputFile> files = new ArrayList<>(List.of(file(struct, view)));
        if (!struct.hasTail()) {
            files.add(file(struct, ArrayClass.of(struct, layout, names)));
        }
        if (struct.settings().list()) {
            files.add(file(struct, ListClass.of(struct, names)));
        }
        if (struct.settings().hasMap()) {
            files.add(file(struct, MapClass.of(struct, layouts, names)));
        }
        if (struct.settings().ring()) {
            files.add(file(struct, RingClass.of(struct, names)));
        }
        if (struct.settings().columns()) {
            files.add(file(struct, ColumnsClass.of(struct, layouts, names)));
        }
        return files;
    }

    private static OutputFile.Source file(StructModel struct, TypeSpec type) {
        String text = JavaFile.builder(struct.name().home(), type)
                .indent("    ")
                .skipJavaLangImports(!struct.surroundings().hidesJavaLang())
                .build()
                .toString();
        return new OutputFile.Source(struct.name().generated(type.name()), SourceStyle.tidy(text));
    }
}
