package dev.ashlar.processor.read;

import dev.ashlar.processor.model.StructName;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.JavaFileObject;

/**
 * What stands in the class files of types, found through the compiler, on the class path, or in the JDK that the compiler
 * runs on.
 */
final class ClassFiles {
    /**
     * One class file.
     *
     * @param fields the names of its fields, in their order there
     * @param source the name of the source file, without its folder; empty where compilers were told to leave it out
     */
    record Contents(List<String> fields, Optional<String> source) {
        static Contents of(ClassModel file) {
            return new Contents(
                    file.fields().stream()
                            .map(field -> field.fieldName().stringValue())
                            .toList(),
                    file.findAttribute(Attributes.sourceFile())
                            .map(source -> source.sourceFile().stringValue()));
        }
    }

    private final Elements elements;
    private final ClassPath classPath;
    private final Map<TypeElement, Optional<Contents>> known = new HashMap<>();

    ClassFiles(Elements elements, ClassPath classPath) {
        this.elements = elements;
        this.classPath = classPath;
    }

    /** The class file of {@code type}; empty where none is found, or it cannot be read. */
    Optional<Contents> find(TypeElement type) {
        return known.computeIfAbsent(type, this::read);
    }

    /**
     * Whether {@code type} comes from the table of signatures that compilers read with {@code --release}. It is sorted by
     * versions of the JDK: what was added later stands behind all else.
     */
    boolean isSignature(TypeElement type) {
        JavaFileObject file = DeclarationFiles.file(type, elements);
        return file != null && file.getName().endsWith(".sig");
    }

    private Optional<Contents> read(TypeElement type) {
        try {
            byte[] bytes = bytes(type);
            return bytes.length == 0
                    ? Optional.empty()
                    : Optional.of(Contents.of(ClassFile.of().parse(bytes)));
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private byte[] bytes(TypeElement type) throws IOException {
        JavaFileObject file = DeclarationFiles.file(type, elements);
        StructName name = StructNames.of(type, elements);
        String fileName = String.join("$", name.simpleNames()) + ".class";
        if (file != null && !isSignature(type)) {
            return bytes(file);
        }
        Optional<Path> inImage = RuntimeImage.find(name.packageName(), fileName);
        if (inImage.isPresent()) {
            return Files.readAllBytes(inImage.get());
        }
        return file == null ? bytes(classPath.find(name.packageName(), fileName)) : new byte[0];
    }

    private static byte[] bytes(FileObject file) throws IOException {
        try (InputStream bytes = file.openInputStream()) {
            return bytes.readAllBytes();
        }
    }
}
