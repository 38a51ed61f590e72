package dev.ashlar.processor.layout;

import dev.ashlar.processor.model.ComponentModel;
import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.struct.StructComponent;

/**
 * A component at its offset.
 *
 * @param byteOffset bytes from the start of the struct
 */
public record PlacedComponent(ComponentModel component, long byteOffset) {
    public String name() {
        return component.name();
    }

    public ComponentType type() {
        return component.storedType();
    }

    /** The offset of the first byte after it. */
    public long end() {
        return byteOffset + type().byteSize();
    }

    /** What the library calls it at run time; here it serves to print tables. */
    StructComponent described() {
        return switch (type()) {
            case ComponentType.Primitive primitive ->
                StructComponent.value(name(), primitive.typeName(), primitive.storageType(), byteOffset);
            case ComponentType.FixedText text ->
                StructComponent.sequence(name(), text.typeName(), text.storageType(), byteOffset, text.length());
        };
    }
}
