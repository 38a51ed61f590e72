package dev.ashlar.processor.read;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;

/**
 * What {@code kotlin.Metadata} says of a class and nothing else does: neither stubs of kapt nor class files tell an {@code
 * Array<Int>} from an {@code Array<Int?>}.
 *
 * <p>The annotation holds a message in the format of Protocol Buffers, in {@code d1}, and the names that it refers to by their
 * index, in {@code d2}. The numbers of its fields are those of {@code metadata.proto}, which the compiler of Kotlin keeps.
 * What cannot be read is taken to say nothing.
 */
final class KotlinMetadata {
    /** The first character of the form in which each further one is a byte. */
    private static final char BYTES = 0;

    private static final int PROPERTY = 10;
    private static final int PROPERTY_NAME = 2;
    private static final int PROPERTY_TYPE = 3;
    private static final int TYPE_ARGUMENT = 2;
    private static final int TYPE_NULLABLE = 3;
    private static final int ARGUMENT_TYPE = 2;

    private KotlinMetadata() {}

    /** The names of the properties whose types have one argument, which may be null: {@code Array<Int?>}. */
    static Set<String> withNullableElements(TypeElement type) {
        Optional<? extends AnnotationMirror> metadata = Annotations.find(type, KotlinClass.METADATA);
        if (metadata.isEmpty()) {
            return Set.of();
        }
        List<String> names = strings(metadata.get(), "d2");
        byte[] bytes = bytes(String.join("", strings(metadata.get(), "d1")));
        Set<String> found = new HashSet<>();
        try {
            // A table of names comes first, with its length.
            ProtocolBuffer all = new ProtocolBuffer(bytes);
            all.skip((int) all.varint());
            for (ProtocolBuffer property : all.messages(PROPERTY)) {
                int name = (int) property.number(PROPERTY_NAME);
                if (name < names.size() && hasNullableArgument(property)) {
                    found.add(names.get(name));
                }
            }
        } catch (IndexOutOfBoundsException malformed) {
            return Set.of();
        }
        return found;
    }

    private static boolean hasNullableArgument(ProtocolBuffer property) {
        return property.messages(PROPERTY_TYPE).stream()
                .flatMap(type -> type.messages(TYPE_ARGUMENT).stream())
                .flatMap(argument -> argument.messages(ARGUMENT_TYPE).stream())
                .anyMatch(type -> type.number(TYPE_NULLABLE) != 0);
    }

    private static List<String> strings(AnnotationMirror metadata, String attribute) {
        return Annotations.values(metadata, attribute).stream()
                .map(AnnotationValue::getValue)
                .map(Object::toString)
                .toList();
    }

    /** The bytes of the message; none in the form of old compilers. */
    private static byte[] bytes(String text) {
        if (text.isEmpty() || text.charAt(0) != BYTES) {
            return new byte[0];
        }
        byte[] bytes = new byte[text.length() - 1];
        for (int index = 0; index < bytes.length; index++) {
            bytes[index] = (byte) text.charAt(index + 1);
        }
        return bytes;
    }
}
