package dev.ashlar.processor.read;

import dev.ashlar.processor.model.Site;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** The positions in the source that sites stand for. Lives for one round: the compiler's elements must not outlive it. */
public final class Sites {
    /**
     * What a message points at.
     *
     * @param element what is declared there
     * @param annotation the annotation of the element that is meant; null when it is the element
     * @param value the value of the annotation that is meant
     * @param subject what the message is about, where that has no source of its own; null when it is the element
     */
    public record Position(
            Element element,
            @Nullable AnnotationMirror annotation,
            @Nullable AnnotationValue value,
            @Nullable String subject) {}

    private final List<Position> positions = new ArrayList<>();

    /** A new site for {@code element}. */
    public Site add(Element element) {
        return add(new Position(element, null, null, null));
    }

    Site add(Position position) {
        positions.add(position);
        return new Site(positions.size() - 1);
    }

    /** The place that {@code site} was made for. */
    public Position position(Site site) {
        return positions.get(site.number());
    }
}
