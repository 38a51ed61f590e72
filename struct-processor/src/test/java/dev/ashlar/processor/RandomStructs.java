package dev.ashlar.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes random structs of everything that the processor takes. */
final class RandomStructs {
    private static final int MOST_MEMBERS = 7;
    private static final int MOST_VALUES = 40;
    private static final List<CStruct.Scalar> SCALARS = List.of(
            new CStruct.Scalar(byte.class, null),
            new CStruct.Scalar(short.class, null),
            new CStruct.Scalar(int.class, null),
            new CStruct.Scalar(long.class, null),
            new CStruct.Scalar(float.class, null),
            new CStruct.Scalar(double.class, null),
            new CStruct.Scalar(boolean.class, null),
            new CStruct.Scalar(char.class, null));

    private final Random random;
    private final List<CStruct> structs = new ArrayList<>();

    RandomStructs(Random random) {
        this.random = random;
    }

    List<CStruct> make(int count) {
        while (structs.size() < count) {
            CStruct struct = struct("S" + structs.size());
            if (CValue.of(struct, random).size() <= MOST_VALUES) {
                structs.add(struct);
            }
        }
        return structs;
    }

    private CStruct struct(String name) {
        List<CStruct.Member> members = new ArrayList<>();
        for (int count = 1 + random.nextInt(MOST_MEMBERS); count > 0; count--) {
            members.add(CStruct.Member.of("m" + members.size(), type()));
        }
        return new CStruct(name, "struct " + name, false, 1, false, members);
    }

    private CStruct.Type type() {
        return random.nextInt(6) == 0 ? new CStruct.Text(1 + random.nextInt(9)) : pick(SCALARS);
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
