package dev.ashlar.processor.read;

import dev.ashlar.processor.model.Declarations;
import dev.ashlar.processor.model.Finding;
import dev.ashlar.processor.model.Reading;
import dev.ashlar.processor.model.Site;
import dev.ashlar.processor.model.StructName;
import dev.ashlar.struct.support.Generated;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The front end for compilers that run annotation processors, javac and ecj: structs as the elements of one round. */
public final class JavacDeclarations implements Declarations {
    private final Elements elements;
    private final Sites sites;
    private final NamedStructs named;
    private final DeclarationFiles files;
    private final StructReader reader;
    private final Map<StructName, Reading> readings = new HashMap<>();

    /**
     * @param sites the places that findings point at, for the messages of the compiler
     */
    public JavacDeclarations(Elements elements, Types types, ClassPath classPath, Sites sites) {
        this.elements = elements;
        this.sites = sites;
        this.named = new NamedStructs(elements, sites);
        this.files = new DeclarationFiles(elements, classPath);
        this.reader = new StructReader(elements, types, named, files, this);
    }

    /** The name of a type that is a struct, or is to be one. */
    public StructName name(TypeElement type) {
        return named.nameOf(type);
    }

    /** Reads what a {@code @StructsFor} names. Structs have their final names only after all of these were read. */
    public HolderReading readHolder(Element holder) {
        return named.read(holder);
    }

    /** The one element that the classes of a struct are generated for. */
    public Element origin(StructName struct) {
        return named.origin(named.type(struct));
    }

    /** Finds annotations that no struct reads. */
    public List<Finding> strayAnnotations(RoundEnvironment round) {
        return StrayAnnotations.find(round, sites, named);
    }

    /** Reads recursively, so the map must not be filled by {@code computeIfAbsent}. */
    @Override
    public Reading read(StructName struct) {
        Reading known = readings.get(struct);
        if (known == null) {
            known = reader.read(named.type(struct));
            readings.put(struct, known);
        }
        return known;
    }

    @Override
    public Site site(StructName struct) {
        return sites.add(named.type(struct));
    }

    @Override
    public boolean isSource(StructName struct) {
        return files.isSource(named.type(struct));
    }

    @Override
    public boolean hasClass(String className) {
        return elements.getTypeElement(className) != null;
    }

    @Override
    public boolean hasGenerated(String className) {
        return Optional.ofNullable(elements.getTypeElement(className)).stream()
                .flatMap(type -> type.getAnnotationMirrors().stream())
                .anyMatch(mirror -> mirror.getAnnotationType().toString().equals(Generated.class.getName()));
    }
}
