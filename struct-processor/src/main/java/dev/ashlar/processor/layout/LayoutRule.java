package dev.ashlar.processor.layout;

import dev.ashlar.memory.Alignment;
import dev.ashlar.processor.model.ComponentModel;
import java.util.ArrayList;
import java.util.List;

/**
 * The C rule (System V AMD64 ABI, section 3.1.2; AAPCS64, section 5.9): each component at the next multiple of its
 * alignment, in declaration order; the size rounded up to the largest alignment.
 */
public final class LayoutRule {
    private LayoutRule() {}

    /**
     * Lays components out in the order they come in. The sum cannot overflow: a record has at most 255 components, and
     * none is larger than a struct may be.
     */
    public static StructLayout layOut(List<ComponentModel> components) {
        List<PlacedComponent> placed = new ArrayList<>();
        long end = 0;
        long byteAlignment = 1;
        for (ComponentModel component : components) {
            long componentAlignment = component.storedType().byteAlignment();
            PlacedComponent next = new PlacedComponent(component, Alignment.alignUp(end, componentAlignment));
            placed.add(next);
            end = next.end();
            byteAlignment = Math.max(byteAlignment, componentAlignment);
        }
        return new StructLayout(Alignment.alignUp(end, byteAlignment), byteAlignment, placed);
    }
}
