package dev.ashlar.processor.layout;

import dev.ashlar.memory.Alignment;
import dev.ashlar.processor.model.ComponentModel;
import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.processor.model.StructSettings;
import dev.ashlar.processor.model.TailModel;
import dev.ashlar.struct.StructOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The C rule (System V AMD64 ABI, section 3.1.2; AAPCS64, section 5.9), as GCC has it on both: each component at the
 * next multiple of its alignment, in declaration order; the size rounded up to the largest alignment.
 *
 * <ul>
 *   <li>In a packed struct each component has alignment 1. {@code @Align} raises what is left.
 *   <li>{@code pack} limits the alignment of each component, {@code @Align} included.
 *   <li>A bit-field follows on the bit before it, unless it would then cross a boundary of its type: it starts at that
 *       boundary then. It asks for the alignment of its type. In a packed struct it may cross and asks for nothing.
 *   <li>A tail is an {@code int32_t} and C's flexible array member, or this alone if another component counts its elements, or
 *       if they reach to the end of the handle: then there is no padding at the end of the struct.
 *       Tails behind the first, which C does not have, start where the one before ends and ask for no alignment.
 *   <li>Presence bits are bytes like any other component, behind the last component of fixed size.
 *   <li>The arms of a union all start at offset 0, as if each were alone; the longest one determines the size.
 *   <li>A break before a bit-field, C's width zero, leads to the next boundary of its type, packed or not.
 * </ul>
 */
final class LayoutRule {
    private final StructSettings settings;
    private final Function<ComponentType, Footprint> footprints;
    private final List<PlacedComponent> placed = new ArrayList<>();
    /**
     * The end of the last component, in bits. It cannot overflow: no component has more than 2^50 bytes, and a record at
     * most 255 components.
     */
    private long end;

    /** The last tail that was placed; null before the first. */
    private @Nullable ComponentModel tail;

    private boolean isPlain;

    private LayoutRule(StructSettings settings, Function<ComponentType, Footprint> footprints) {
        this.settings = settings;
        this.footprints = footprints;
        this.isPlain =
                !settings.bitsCross() && settings.byteAlignment() == 1 && settings.order() != StructOrder.BIG_ENDIAN;
    }

    /** The components of {@code struct} at their places; {@code footprints} knows what each type takes when not packed. */
    static StructLayout layOut(StructModel struct, Function<ComponentType, Footprint> footprints) {
        LayoutRule rule = new LayoutRule(struct.settings(), footprints);
        if (struct.hasArms()) {
            rule.placeArms(struct);
            return rule.layout(struct);
        }
        for (ComponentModel component : struct.components()) {
            if (component.storedType() instanceof ComponentType.Tail && rule.tail == null) {
                rule.placePresence(struct);
            }
            rule.place(component);
        }
        if (!struct.hasTail()) {
            rule.placePresence(struct);
        }
        return rule.layout(struct);
    }

    private StructLayout layout(StructModel struct) {
        long natural =
                placed.stream().mapToLong(PlacedComponent::byteAlignment).max().orElse(1);
        long byteAlignment = Math.max(natural, struct.settings().byteAlignment());
        long byteSize = struct.reachesEnd() ? bytes(end) : Alignment.alignUp(bytes(end), byteAlignment);
        return new StructLayout(byteSize, byteAlignment, natural, isPlain, placed);
    }

    private void placeArms(StructModel struct) {
        long longest = 0;
        for (ComponentModel arm : struct.components()) {
            end = 0;
            place(arm);
            longest = Math.max(longest, end);
        }
        end = longest;
    }

    /** Places the presence bits, if some components have one, and tells these components where theirs is. */
    private void placePresence(StructModel struct) {
        List<String> optional = new ArrayList<>();
        long byteOffset = bytes(end);
        int count = 0;
        for (int index = 0; index < placed.size(); index++) {
            PlacedComponent each = placed.get(index);
            int bits = each.component().presenceBits();
            if (bits > 0) {
                placed.set(index, each.with(new PlacedComponent.PresenceBits(byteOffset, count, bits)));
                optional.add(each.name());
                // Structs of so many elements are refused for their size.
                count = (int) Math.min((long) count + bits, Integer.MAX_VALUE);
            }
        }
        if (count > 0) {
            ComponentType bits = new ComponentType.Presence(List.copyOf(optional), count);
            place(ComponentModel.plain(struct.unused("presence"), bits, struct.site()));
        }
    }

    private void place(ComponentModel component) {
        Footprint footprint = footprints.apply(component.storedType());
        isPlain &=
                footprint.isPlain() && component.byteAlignment() == null && component.order() != StructOrder.BIG_ENDIAN;
        if (component.storedType() instanceof ComponentType.BitField bits) {
            placeBits(component, bits, footprint);
            return;
        }
        if (component.storedType() instanceof ComponentType.Tail type) {
            if (type.tail().hasLength()) {
                placeTail(component, footprint);
            } else {
                placeBareTail(component, footprint, type.tail());
            }
            tail = component;
            return;
        }
        long natural = settings.limited(footprint.byteAlignment());
        long byteAlignment = aligned(component, natural);
        long byteOffset = Alignment.alignUp(bytes(end), byteAlignment);
        placed.add(new PlacedComponent(
                component,
                byteOffset,
                footprint.byteSize(),
                byteAlignment,
                natural,
                footprint.atomicAlignment(),
                null,
                0,
                null));
        end = (byteOffset + footprint.byteSize()) * Byte.SIZE;
    }

    /** The alignment of a component with what it asks for besides that of its type. */
    private long aligned(ComponentModel component, long natural) {
        Long asked = component.byteAlignment();
        if (asked == null) {
            return natural;
        }
        return Math.max(natural, settings.pack() > 0 ? Math.min(asked, settings.pack()) : asked);
    }

    /** The number of the elements, and behind it the place where they start: no byte of them counts. */
    private void placeTail(ComponentModel component, Footprint element) {
        long ofLength = settings.limited(Integer.BYTES);
        long ofElements = settings.limited(element.byteAlignment());
        long byteAlignment = aligned(component, ofLength);
        long byteOffset = Alignment.alignUp(bytes(end), byteAlignment);
        long start = Alignment.alignUp(byteOffset + Integer.BYTES, ofElements);
        placed.add(new PlacedComponent(
                component,
                byteOffset,
                start - byteOffset,
                Math.max(byteAlignment, ofElements),
                Math.max(ofLength, ofElements),
                element.atomicAlignment(),
                null,
                0,
                null));
        end = start * Byte.SIZE;
    }

    /** The place of elements without a number before them: no byte of them counts. */
    private void placeBareTail(ComponentModel component, Footprint element, TailModel bare) {
        boolean isFirst = tail == null;
        long natural = isFirst ? settings.limited(element.byteAlignment()) : 1;
        long byteAlignment = isFirst ? aligned(component, natural) : 1;
        long byteOffset = Alignment.alignUp(bytes(end), byteAlignment);
        placed.add(new PlacedComponent(
                component,
                byteOffset,
                0,
                byteAlignment,
                natural,
                element.atomicAlignment(),
                null,
                0,
                tail == null ? null : tail.name()));
        end = Alignment.alignUp(byteOffset, bare.pad()) * Byte.SIZE;
    }

    private void placeBits(ComponentModel component, ComponentType.BitField bits, Footprint unit) {
        long unitBits = unit.byteSize() * Byte.SIZE;
        boolean crosses = end / unitBits != (end + bits.width() - 1) / unitBits;
        if (bits.newUnit() || (crosses && !settings.bitsCross())) {
            end = Alignment.alignUp(end, unitBits);
        }
        long byteAlignment = settings.limited(unit.byteAlignment());
        int bitOffset = (int) (end % Byte.SIZE);
        long byteOffset = end / Byte.SIZE;
        placed.add(new PlacedComponent(
                component,
                byteOffset,
                bytes(bitOffset + (long) bits.width()),
                byteAlignment,
                byteAlignment,
                1,
                null,
                bitOffset,
                null));
        end += bits.width();
    }

    /** The number of bytes that hold a number of bits. */
    static long bytes(long bits) {
        return (bits + Byte.SIZE - 1) / Byte.SIZE;
    }
}
