package dev.ashlar.struct.support;

import dev.ashlar.memory.Memory;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * The contents of a record of arms on their way into memory: the record of a union without a tag, whose components lie at
 * one offset. For generated code.
 *
 * <p>The arms that a record holds must agree: the bytes of one must be those of the others where they overlap. Otherwise
 * which of them counts would depend on the order of the stores.
 */
public interface CheckedArms extends CheckedStruct {
    /**
     * Stores one arm, if the record holds it, and leaves all other bytes unchanged.
     *
     * @param arm its position in the record
     * @param byteOffset the offset of the union in {@code memory}
     * @return whether the record holds it
     */
    boolean storeArm(int arm, Memory memory, long byteOffset);

    /**
     * Checks that the arms agree. Takes memory on the Java heap, as much as the union.
     *
     * @param component the union as a member of its struct, or its {@link ComponentPath}, or its name, for the message
     * @param byteSize the size of the union in bytes
     * @param arms the names of all arms, in order
     * @throws IllegalArgumentException if they do not agree
     */
    default void requireAgreement(Object component, long byteSize, String... arms) {
        Memory bytes = Memory.of(MemorySegment.ofArray(new byte[Math.toIntExact(byteSize)]));
        int held = 0;
        for (int arm = 0; arm < arms.length; arm++) {
            held += storeArm(arm, bytes, 0) ? 1 : 0;
        }
        if (held < 2) {
            return;
        }
        byte[] all = bytes.loadBytes();
        for (int arm = 0; arm < arms.length; arm++) {
            if (storeArm(arm, bytes, 0) && !Arrays.equals(all, bytes.loadBytes())) {
                throw new IllegalArgumentException(
                        "arms of a union hold different bytes; give one and set the others to null: "
                                + ComponentPath.facts(component) + " arm=" + arms[arm]);
            }
        }
    }

    /**
     * Returns whether storing one arm where a union lies would change no byte that others have too. Takes memory on the Java
     * heap, as much as the union.
     *
     * @param byteSize the size of the union in bytes
     * @param endOfOthers the end of the longest other arm, in bytes from the start of the union
     */
    default boolean isHeldBy(Memory memory, long byteOffset, long byteSize, int arm, long endOfOthers) {
        byte[] held = memory.loadBytes(byteOffset, Math.toIntExact(byteSize));
        Memory copy = Memory.of(MemorySegment.ofArray(held.clone()));
        storeArm(arm, copy, 0);
        int changed = Arrays.mismatch(held, copy.loadBytes());
        return changed < 0 || changed >= endOfOthers;
    }

    /** The hash code of the bytes of a union. */
    static int hash(Memory memory, long byteOffset, long byteSize) {
        return Arrays.hashCode(memory.loadBytes(byteOffset, Math.toIntExact(byteSize)));
    }
}
