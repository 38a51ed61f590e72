package dev.ashlar.processor;

import dev.ashlar.processor.CStruct.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes random structs of what both Java and C can say; later ones nest earlier ones and refer to them, and to themselves. Some
 * are unions with a tag or without one, some have a tail, which is empty.
 */
final class RandomStructs {
    /** The enums that members may have. */
    static final List<CStruct.Choice> CHOICES = List.of(
            new CStruct.Choice("Plain", List.of(0L, 1L, 2L), false, null),
            new CStruct.Choice("Coded", List.of(-5L, 100L, 7L), true, null));

    private static final int MOST_MEMBERS = 6;
    private static final int MOST_VALUES = 40;
    private static final int MOST_VARIANTS = 3;
    private static final List<Storage> TAGS = List.of(Storage.I8, Storage.U8, Storage.I16, Storage.U16, Storage.I32);
    private static final List<CStruct.Scalar> SCALARS = List.of(
            new CStruct.Scalar(byte.class, null),
            new CStruct.Scalar(short.class, null),
            new CStruct.Scalar(int.class, null),
            new CStruct.Scalar(long.class, null),
            new CStruct.Scalar(float.class, null),
            new CStruct.Scalar(double.class, null),
            new CStruct.Scalar(boolean.class, null),
            new CStruct.Scalar(char.class, null),
            new CStruct.Scalar(boolean.class, Storage.U16),
            new CStruct.Scalar(boolean.class, Storage.U32),
            new CStruct.Scalar(boolean.class, Storage.I32),
            new CStruct.Scalar(char.class, Storage.U8),
            new CStruct.Scalar(short.class, Storage.U8),
            new CStruct.Scalar(int.class, Storage.U8),
            new CStruct.Scalar(int.class, Storage.I8),
            new CStruct.Scalar(int.class, Storage.U16),
            new CStruct.Scalar(int.class, Storage.I16),
            new CStruct.Scalar(long.class, Storage.U32),
            new CStruct.Scalar(long.class, Storage.I32),
            new CStruct.Scalar(long.class, Storage.U8));

    private final Random random;
    private final List<CStruct> structs = new ArrayList<>();

    /** Those without a tail. */
    private final List<CStruct> nestable = new ArrayList<>();

    RandomStructs(Random random) {
        this.random = random;
    }

    List<CStruct> make(int count) {
        while (structs.size() < count) {
            String name = "S" + structs.size();
            CStruct struct = switch (random.nextInt(16)) {
                case 0 -> union(name);
                case 1 -> tailed(name);
                case 2 -> struct(name, "union " + name);
                default -> struct(name, "struct " + name);
            };
            if (CValue.of(struct, random).size() <= MOST_VALUES) {
                structs.add(struct);
                if (!struct.hasTail()) {
                    nestable.add(struct);
                }
            }
        }
        return structs;
    }

    private CStruct union(String name) {
        List<CStruct> variants = new ArrayList<>();
        List<Long> numbers = new ArrayList<>();
        boolean coded = random.nextBoolean();
        for (int count = 1 + random.nextInt(MOST_VARIANTS); count > 0; count--) {
            int place = variants.size();
            variants.add(struct("V" + place, "struct " + name + "_V" + place));
            numbers.add(coded ? place * 40L + 7 : place);
        }
        CStruct.Storage stored = random.nextBoolean() ? null : pick(TAGS);
        boolean packed = random.nextInt(4) == 0;
        // A big-endian union of others is a warning.
        boolean bigEndian = random.nextInt(4) > 0 && variants.stream().allMatch(CStruct::bigEndian);
        CStruct.Tag tag = new CStruct.Tag(variants, numbers, coded, stored);
        return sometimesAligned(CStruct.union(name, packed, bigEndian, tag));
    }

    private CStruct tailed(String name) {
        CStruct head = struct(name, "struct " + name);
        List<CStruct.Member> members = new ArrayList<>(head.members());
        members.add(CStruct.Member.of("tail", "tailLength", new CStruct.Tail(tailElement())));
        CStruct tailed = new CStruct(name, head.cName(), head.packed(), head.pack(), 1, head.bigEndian(), members);
        return head.align() == 1 ? tailed : tailed.withAlign(aligned(tailed.alignment()));
    }

    private CStruct.Type tailElement() {
        return switch (random.nextInt(5)) {
            case 0 -> new CStruct.Text(1);
            case 3 -> coded();
            case 1 -> choice();
            case 2 -> nestable.isEmpty() ? scalar() : nested();
            default -> scalar();
        };
    }

    private CStruct struct(String name, String cName) {
        boolean packed = random.nextInt(4) == 0;
        boolean bigEndian = random.nextInt(6) == 0;
        int kinds = random.nextInt(3);
        List<CStruct.Member> members = new ArrayList<>();
        for (int count = 1 + random.nextInt(MOST_MEMBERS); count > 0; count--) {
            members.add(member("m" + members.size(), kinds, bigEndian));
        }
        if (cName.startsWith("union ")) {
            members.replaceAll(RandomStructs::withoutPresence);
        }
        int boxes = members.stream().mapToInt(RandomStructs::boxes).sum();
        if (boxes > 0) {
            members.add(CStruct.Member.of("presence", new CStruct.Presence(boxes)));
        }
        int pack = packed || random.nextInt(6) > 0 ? 0 : 1 << random.nextInt(4);
        return sometimesAligned(new CStruct(name, cName, packed, pack, 1, bigEndian, members));
    }

    /** All arms are boxes, and none has elements that are. */
    private static CStruct.Member withoutPresence(CStruct.Member arm) {
        return switch (arm.type()) {
            case CStruct.Boxed boxed -> new CStruct.Member(arm.name(), arm.cName(), boxed.value(), arm.align());
            case CStruct.Array array
            when array.element() instanceof CStruct.Boxed boxed ->
                new CStruct.Member(
                        arm.name(), arm.cName(), new CStruct.Array(boxed.value(), array.length()), arm.align());
            default -> arm;
        };
    }

    /** The number of presence bits that a member has. */
    private static int boxes(CStruct.Member member) {
        return switch (member.type()) {
            case CStruct.Boxed _ -> 1;
            case CStruct.Array array when array.element() instanceof CStruct.Boxed -> array.length();
            default -> 0;
        };
    }

    private CStruct sometimesAligned(CStruct plain) {
        return random.nextInt(5) == 0 ? plain.withAlign(aligned(plain.alignment())) : plain;
    }

    /** A power of two from {@code least} on. */
    private int aligned(int least) {
        return least << random.nextInt(4);
    }

    /** Some structs are mostly bit-fields, as they are in real headers: then their rules meet each other. */
    private CStruct.Member member(String name, int kinds, boolean bigEndian) {
        if (kinds == 0 && random.nextInt(4) > 0) {
            return CStruct.Member.of(name, bits());
        }
        CStruct.Type type = type(bigEndian);
        boolean alignable = !(type instanceof CStruct.Bits) && random.nextInt(10) == 0;
        boolean turned = hasOrder(type) && random.nextInt(8) == 0;
        return new CStruct.Member(name, name, type, alignable ? aligned(type.alignment()) : 1, turned);
    }

    /** GCC reverses no pointers, and no enums in arrays. */
    private static boolean hasOrder(CStruct.Type type) {
        return switch (type) {
            case CStruct.Scalar scalar -> scalar.storage().byteSize() > 1;
            case CStruct.Array array -> array.element() instanceof CStruct.Scalar scalar && hasOrder(scalar);
            case CStruct.Choice choice -> choice.alignment() > 1;
            case CStruct.Coded coded -> coded.alignment() > 1;
            default -> false;
        };
    }

    private CStruct.Type type(boolean bigEndian) {
        return switch (random.nextInt(21)) {
            case 0 -> new CStruct.Text(1 + random.nextInt(9));
            case 1 -> new CStruct.Array(scalar(), 1 + random.nextInt(5));
            case 2 -> bits();
            case 3 -> choice();
            // GCC reverses no pointers.
            case 4 -> bigEndian ? scalar() : new CStruct.Pointer();
            case 5 -> nestable.isEmpty() ? scalar() : nested();
            case 6 -> nestable.isEmpty() ? scalar() : new CStruct.Array(nested(), 1 + random.nextInt(3));
            case 7 -> new CStruct.Array(choice(), 1 + random.nextInt(3));
            case 8 -> reference();
            case 9, 10 -> coded();
            case 11 -> new CStruct.Array(coded(), 1 + random.nextInt(3));
            case 12 -> new CStruct.Uuid();
            case 13, 14 -> new CStruct.Boxed(scalar());
            case 15, 16 -> new CStruct.Array(new CStruct.Boxed(scalar()), 1 + random.nextInt(5));
            default -> scalar();
        };
    }

    private CStruct.Nested nested() {
        return new CStruct.Nested(pick(nestable));
    }

    /** To an earlier struct, or to the one that is being made. */
    private CStruct.Reference reference() {
        return new CStruct.Reference("S" + random.nextInt(structs.size() + 1), random.nextBoolean());
    }

    private CStruct.Choice choice() {
        CStruct.Choice choice = pick(CHOICES);
        Storage stored = pick(List.of(Storage.I8, Storage.I16, Storage.I32, Storage.I64));
        return random.nextBoolean()
                ? choice
                : new CStruct.Choice(choice.name(), choice.numbers(), choice.coded(), stored);
    }

    private CStruct.Coded coded() {
        return new CStruct.Coded(pick(List.of(CodedType.values())));
    }

    private CStruct.Scalar scalar() {
        return pick(SCALARS);
    }

    private CStruct.Bits bits() {
        boolean newUnit = random.nextInt(8) == 0;
        if (random.nextInt(5) == 0) {
            CStruct.Choice choice = choice();
            int least = choice.coded() ? Byte.SIZE : 3;
            int most = choice.alignment() * Byte.SIZE;
            return new CStruct.Bits(choice, least + random.nextInt(most - least + 1), newUnit);
        }
        if (random.nextInt(6) == 0) {
            return new CStruct.Bits(new CStruct.Scalar(boolean.class, null), 1, newUnit);
        }
        Storage unit = pick(List.of(
                Storage.I8, Storage.U8, Storage.I16, Storage.U16, Storage.I32, Storage.U32, Storage.I64, Storage.U64));
        boolean isLong = unit.byteSize() == Long.BYTES;
        int most = unit.byteSize() * Byte.SIZE;
        if (!unit.isSigned()) {
            most = Math.min(most, isLong ? Long.SIZE - 1 : Integer.SIZE - 1);
        }
        int width = 1 + random.nextInt(random.nextBoolean() ? most : Math.min(most, 8));
        return new CStruct.Bits(new CStruct.Scalar(isLong ? long.class : int.class, unit), width, newUnit);
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
