package dev.ashlar.processor.write.view;

import dev.ashlar.processor.write.component.ComponentCode;
import java.util.ArrayList;
import java.util.List;

/** Components in groups, in order, for code that a compiler takes only so much of at once. */
final class ComponentGroups {
    private ComponentGroups() {}

    /**
     * Groups of {@code most} components; the last one may have fewer.
     *
     * @param most how many one group holds
     */
    static List<List<ComponentCode>> of(List<ComponentCode> components, int most) {
        List<List<ComponentCode>> groups = new ArrayList<>();
        for (int first = 0; first < components.size(); first += most) {
            groups.add(components.subList(first, Math.min(first + most, components.size())));
        }
        return groups;
    }
}
