package dev.ashlar.processor.read;

import dev.ashlar.processor.model.Site;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;

/** Which element each site stands for. Lives for one round: the compiler's elements must not outlive it. */
public final class Sites {
    private final List<Element> elements = new ArrayList<>();

    /** A new site for {@code element}. */
    public Site add(Element element) {
        elements.add(element);
        return new Site(elements.size() - 1);
    }

    /** The element that {@code site} was made for. */
    public Element element(Site site) {
        return elements.get(site.number());
    }
}
