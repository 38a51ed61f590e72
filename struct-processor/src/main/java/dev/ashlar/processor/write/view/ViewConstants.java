package dev.ashlar.processor.write.view;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.layout.PlacedComponent;
import dev.ashlar.processor.layout.StructLayout;
import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.write.names.GeneratedNames;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The constants of a view: its size and alignment, where its components lie, how long its strings and arrays are. */
public final class ViewConstants {
    private ViewConstants() {}

    public static void addTo(TypeSpec.Builder view, StructLayout layout, GeneratedNames names) {
        view.addField(total("BYTE_SIZE", layout.byteSize(), "The size of the struct in bytes, padding included."));
        view.addField(total("BYTE_ALIGNMENT", layout.byteAlignment(), "The alignment of the struct in bytes."));
        for (PlacedComponent placed : layout.components()) {
            if (placed.isBehindTail()) {
                break;
            }
            view.addField(offset(names.offset(placed.component()), placed.byteOffset()));
        }
        addLengthsTo(view, layout.components(), names);
    }

    /** The constants that say how long strings and arrays are, and where a tail starts. */
    public static void addLengthsTo(TypeSpec.Builder view, List<PlacedComponent> components, GeneratedNames names) {
        for (PlacedComponent placed : components) {
            if (placed.type() instanceof ComponentType.Tail tail && tail.tail().hasLength()) {
                view.addField(FieldSpec.builder(
                                TypeName.LONG,
                                GeneratedNames.TAIL_OFFSET,
                                Modifier.PRIVATE,
                                Modifier.STATIC,
                                Modifier.FINAL)
                        .initializer("$L", placed.valueOffset())
                        .build());
            }
            placed.type()
                    .fixedLength()
                    .ifPresent(length -> view.addField(length(names.length(placed.component()), length)));
        }
    }

    // /** The alignment of the struct in bytes. */
    // public static final long BYTE_ALIGNMENT = 8;
    private static FieldSpec total(String name, long value, String javadoc) {
        return FieldSpec.builder(TypeName.LONG, name, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc(javadoc + "\n")
                .initializer("$L", value)
                .build();
    }

    // public static final long OFFSET_HEIGHT = 8;
    // public static final long OFFSET_AGE = 16;
    private static FieldSpec offset(String name, long byteOffset) {
        return FieldSpec.builder(TypeName.LONG, name, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .initializer("$L", byteOffset)
                .build();
    }

    // private static final int LENGTH_CODE = 4;
    // private static final int LENGTH_NAME = 40;
    private static FieldSpec length(String name, int length) {
        return FieldSpec.builder(TypeName.INT, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer("$L", length)
                .build();
    }
}
