package dev.ashlar.processor.read;

import dev.ashlar.struct.Struct;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * The files that declarations come from. They tell the order of declarations where the compiler's model does not: ecj
 * sorts the fields of a class file by name, and the types that a sealed interface permits without a {@code permits}
 * clause; with {@code --release} both compilers know the classes of the JDK from a table that has fields in another
 * order. Numbers and layouts that follow such an order would depend on the compiler.
 */
final class DeclarationFiles {
    private final Elements elements;
    private final ClassFiles classFiles;
    private final Map<FileObject, TypeHeaders> headers = new HashMap<>();

    DeclarationFiles(Elements elements, ClassPath classPath) {
        this.elements = elements;
        this.classFiles = new ClassFiles(elements, classPath);
    }

    /**
     * Some fields of {@code type}, in the order of their declaration.
     *
     * @param fields in the order in which the compiler shows them
     * @return empty when they may have been sorted, and no file tells
     */
    <E extends VariableElement> Optional<List<E>> inOrder(List<E> fields, TypeElement type) {
        if (fields.size() < 2 || isSource(type)) {
            return Optional.of(fields);
        }
        List<String> declared =
                classFiles.find(type).map(ClassFiles.Contents::fields).orElse(List.of());
        if (declared.containsAll(fields.stream().map(DeclarationFiles::name).toList())) {
            return Optional.of(fields.stream()
                    .sorted(Comparator.comparingInt(field -> declared.indexOf(name(field))))
                    .toList());
        }
        if (classFiles.isSignature(type)) {
            return Optional.empty();
        }
        List<E> sorted = fields.stream()
                .sorted(Comparator.comparing(DeclarationFiles::name))
                .toList();
        return sorted.equals(fields) ? Optional.empty() : Optional.of(fields);
    }

    /**
     * Whether the order in which {@code sealed} permits types is written somewhere: in its {@code permits} clause, which it
     * must have where these are of several files. A union that is in a class file had a clause or codes when it was
     * compiled.
     */
    boolean hasPermits(TypeElement sealed) {
        if (isCompiled(sealed)) {
            boolean isUnion = Annotations.has(sealed, Struct.class);
            return isUnion || (!KotlinClass.isKotlin(sealed) && !mayShareFile(sealed));
        }
        return header(sealed).map(TypeHeaders.Header::hasPermits).orElse(false);
    }

    /** Returns whether {@code sealed} may be in one source file with all that it permits, where it needs no clause. */
    private boolean mayShareFile(TypeElement sealed) {
        TypeElement outermost = outermost(sealed);
        return sealed.getPermittedSubclasses().stream()
                .map(type -> outermost((TypeElement) ((DeclaredType) type).asElement()))
                .allMatch(other -> other.equals(outermost) || mayShareFile(outermost, other));
    }

    private boolean mayShareFile(TypeElement first, TypeElement second) {
        Optional<String> one = sourceName(first);
        Optional<String> other = sourceName(second);
        return elements.getPackageOf(first).equals(elements.getPackageOf(second))
                && (one.isEmpty() || other.isEmpty() || one.equals(other));
    }

    /** The name of the source file of {@code type}, without its folder; empty where no file tells. */
    private Optional<String> sourceName(TypeElement type) {
        return source(type, elements)
                .map(file -> file.getName().replaceFirst("^.*[/\\\\]", ""))
                .or(() -> classFiles.find(type).flatMap(ClassFiles.Contents::source));
    }

    private static TypeElement outermost(TypeElement type) {
        TypeElement outermost = type;
        while (outermost.getEnclosingElement() instanceof TypeElement around) {
            outermost = around;
        }
        return outermost;
    }

    /** Returns whether {@code type} was read from a source; false when the compiler does not say. */
    public boolean isSource(TypeElement type) {
        return isSource(type, elements);
    }

    static boolean isSource(TypeElement type, Elements elements) {
        return source(type, elements).isPresent();
    }

    private static Optional<JavaFileObject> source(TypeElement type, Elements elements) {
        return Optional.ofNullable(file(type, elements)).filter(file -> file.getKind() == JavaFileObject.Kind.SOURCE);
    }

    /** The position of {@code type} in its source, in characters from the start; the greatest number where it is unknown. */
    int position(TypeElement type) {
        return header(type).map(TypeHeaders.Header::position).orElse(Integer.MAX_VALUE);
    }

    private Optional<TypeHeaders.Header> header(TypeElement type) {
        return source(type, elements)
                .flatMap(file -> headers.computeIfAbsent(file, DeclarationFiles::read)
                        .find(StructNames.of(type, elements).nameInPackage()));
    }

    /**
     * Returns whether {@code type} is declared in a compact source file: in a class that the file does not name. The
     * compiler's model does not tell such a class from others.
     */
    boolean isInCompactFile(TypeElement type) {
        TypeElement outermost = outermost(type);
        if (type.equals(outermost) || !elements.getPackageOf(type).isUnnamed()) {
            return false;
        }
        String nested = StructNames.of(type, elements)
                .nameInPackage()
                .substring(outermost.getSimpleName().length() + 1);
        return header(outermost).isEmpty()
                && source(type, elements)
                        .flatMap(file -> headers.computeIfAbsent(file, DeclarationFiles::read)
                                .find(nested))
                        .isPresent();
    }

    /** Returns whether {@code type} was read from a class file. */
    boolean isCompiled(TypeElement type) {
        try {
            JavaFileObject file = elements.getFileObjectOf(type);
            return file != null && file.getKind() == JavaFileObject.Kind.CLASS;
        } catch (UnsupportedOperationException unknown) {
            return false;
        } catch (RuntimeException inAJar) {
            // ecj throws FileSystemNotFoundException there.
            return true;
        }
    }

    /** The file that {@code type} was read from; null when the compiler does not say. */
    static @Nullable JavaFileObject file(TypeElement type, Elements elements) {
        try {
            return elements.getFileObjectOf(type);
        } catch (RuntimeException unknown) {
            // UnsupportedOperationException where a compiler lacks it; ecj throws others for what is in a jar.
            return null;
        }
    }

    private static TypeHeaders read(FileObject source) {
        try {
            return TypeHeaders.of(source.getCharContent(true));
        } catch (IOException unreadable) {
            return TypeHeaders.of("");
        }
    }

    private static String name(VariableElement field) {
        return field.getSimpleName().toString();
    }
}
