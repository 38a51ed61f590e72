package dev.ashlar.struct;

import dev.ashlar.memory.Alignment;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.StructLayout;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Assembles the members of a struct layout: components, padding between them, and integers under bit-fields. */
final class StructMembers {
    private final long mostAlignment;
    private final List<MemoryLayout> members = new ArrayList<>();
    private long end;

    private StructMembers(long mostAlignment) {
        this.mostAlignment = mostAlignment;
    }

    /**
     * The layout of a struct, without its name.
     *
     * @param mostAlignment the largest alignment of any member
     */
    static StructLayout layout(StructType<?, ?> struct, long mostAlignment) {
        StructMembers members = new StructMembers(mostAlignment);
        List<StructComponent> bitFields = new ArrayList<>();
        for (StructComponent component : struct.components()) {
            if (component.isBitField()) {
                bitFields.add(component);
                continue;
            }
            members.addBitFields(bitFields, component.byteOffset());
            members.pad(component.byteOffset());
            if (component.hasStoredLength()) {
                StructComponent length =
                        StructComponent.value(component.name() + "Length", "int", StorageType.I32, members.end);
                members.add(ComponentLayout.of(length.in(component.order()), mostAlignment));
                members.pad(component.tailOffset());
            }
            members.add(ComponentLayout.of(component, mostAlignment));
            if (component.isTail()) {
                // Those behind the first have no offset of their own.
                break;
            }
        }
        members.addBitFields(bitFields, struct.byteSize());
        members.pad(struct.byteSize());
        members.alignAs(struct);
        return MemoryLayout.structLayout(members.members.toArray(MemoryLayout[]::new));
    }

    /**
     * Covers all bytes from the first of the bit-fields to {@code limit} with the largest aligned integers, so that C
     * functions see the same classes of registers as for the bit-fields.
     */
    private void addBitFields(List<StructComponent> bitFields, long limit) {
        if (bitFields.isEmpty()) {
            return;
        }
        padToUnit(bitFields.getFirst(), limit);
        StructOrder order = bitFields.getFirst().order();
        while (end < limit) {
            StorageType unit = largestUnit(limit);
            long unitEnd = end + unit.byteSize();
            String names = bitFields.stream()
                    .filter(bits -> bits.byteOffset() >= end && bits.byteOffset() < unitEnd)
                    .map(StructComponent::name)
                    .collect(Collectors.joining(","));
            MemoryLayout layout = ComponentLayout.of(
                    StructComponent.value("bits", "", unit, end).in(order), mostAlignment);
            add(names.isEmpty() ? layout.withoutName() : layout.withName(names));
        }
        bitFields.clear();
    }

    /**
     * Pads to a bit-field. If it begins a unit of its type and the integer that covers it is narrower, that would be
     * more padding than C functions accept: then an empty sequence of the type is put there.
     */
    private void padToUnit(StructComponent bits, long limit) {
        long before = end;
        pad(bits.byteOffset());
        StorageType type = bits.storageType();
        boolean isMore = Alignment.alignUp(before, largestUnit(limit).byteAlignment()) != end;
        if (isMore && type != null && type.byteAlignment() <= mostAlignment) {
            add(MemoryLayout.sequenceLayout(0, type.layout()));
        }
    }

    /**
     * Gives the layout the alignment of the types of its bit-fields, even if the integers that cover these are
     * narrower. C functions accept no struct with a larger alignment than its members, so an empty sequence of the type
     * is put in front.
     */
    private void alignAs(StructType<?, ?> struct) {
        long aligned =
                members.stream().mapToLong(MemoryLayout::byteAlignment).max().orElse(1);
        struct.components().stream()
                .filter(StructComponent::isBitField)
                .flatMap(bits -> Stream.ofNullable(bits.storageType()))
                .max(Comparator.comparingLong(StorageType::byteAlignment))
                .filter(unit -> unit.byteAlignment() > aligned && unit.byteAlignment() <= mostAlignment)
                .ifPresent(unit -> members.addFirst(MemoryLayout.sequenceLayout(0, unit.layout())));
    }

    private StorageType largestUnit(long limit) {
        for (StorageType unit : List.of(StorageType.I64, StorageType.I32, StorageType.I16)) {
            boolean isAligned = end % unit.byteSize() == 0 && unit.byteSize() <= mostAlignment;
            if (isAligned && end + unit.byteSize() <= limit) {
                return unit;
            }
        }
        return StorageType.I8;
    }

    private void add(MemoryLayout member) {
        members.add(member);
        end += member.byteSize();
    }

    private void pad(long byteOffset) {
        if (byteOffset > end) {
            add(MemoryLayout.paddingLayout(byteOffset - end));
        }
    }
}
