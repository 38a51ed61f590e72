package dev.ashlar.struct.support;

import dev.ashlar.memory.Alignment;
import dev.ashlar.memory.Memory;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The tails of structs: their lengths, the structs that follow them, and those that are strings. For generated code. */
public final class StructTail {
    private StructTail() {}

    /**
     * Returns {@code length}, which was loaded from memory, after checking that as many elements fit in the handle.
     *
     * @param component the tail as a member of its struct, {@code p.Entry#text}, for the message
     * @param start the offset of the elements in {@code memory}, in bytes
     * @param elementByteSize the size of one in bytes
     * @throws IllegalStateException if they do not, or if {@code length} is negative
     */
    public static int length(Object component, Memory memory, int length, long start, long elementByteSize) {
        long most = (memory.length() - start) / elementByteSize;
        if (length < 0 || length > most) {
            throw new IllegalStateException("tail of an impossible length: " + ComponentPath.facts(component)
                    + " length=" + length + " mostLength=" + Math.max(0, most));
        }
        return length;
    }

    /**
     * Checks that a tail to be stored has the length of the one that is there.
     *
     * @param component the tail as a member of its struct, {@code p.Entry#text}, for the message
     * @throws IllegalArgumentException if it has not
     */
    public static void requireLength(Object component, int length, int lengthThere) {
        if (length != lengthThere) {
            throw new IllegalArgumentException("tail of another length, allocate another struct: "
                    + ComponentPath.facts(component) + " length=" + length + " lengthThere=" + lengthThere);
        }
    }

    /**
     * Returns the size of a struct in bytes, including padding up to its alignment.
     *
     * @param start the offset of the elements, in bytes from the start of the struct
     * @param length the number of elements
     * @param elementByteSize the size of one in bytes
     */
    public static long byteSize(long start, int length, long elementByteSize, long byteAlignment) {
        return Alignment.alignUp(start + length * elementByteSize, byteAlignment);
    }

    /**
     * Returns where the next struct of a log starts, in bytes.
     *
     * @param struct the name of the struct, for the message
     * @param byteOffset where the struct before it starts, in bytes
     * @param structByteSize the size of that struct in bytes
     * @param end the number of bytes that hold structs
     * @throws IllegalStateException if the struct does not end within them
     */
    public static long after(String struct, long byteOffset, long structByteSize, long end) {
        if (structByteSize > end - byteOffset) {
            throw beyondEnd(struct, byteOffset, structByteSize, end);
        }
        return byteOffset + structByteSize;
    }

    static IllegalStateException beyondEnd(String struct, long byteOffset, long structByteSize, long end) {
        return new IllegalStateException("struct reaches beyond the end of its log: struct=" + struct + " byteOffset="
                + byteOffset + " structByteSize=" + structByteSize + " logByteSize=" + end);
    }

    /**
     * Returns the bytes of a string. It may hold NULs, since its length is stored.
     *
     * @param component the component as a member of its struct, or its {@link ComponentPath}, for the message
     * @throws IllegalArgumentException if it holds a lone surrogate, which UTF-8 cannot encode
     */
    public static byte[] utf8(Object component, @Nullable String value) {
        String present = ComponentValue.require(component, value);
        FixedString.requireNoLoneSurrogate(component, present);
        return present.getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the string of {@code byteSize} bytes at {@code byteOffset}. Malformed UTF-8 is read as U+FFFD. */
    public static String text(Memory memory, long byteOffset, int byteSize) {
        return new String(memory.loadBytes(byteOffset, byteSize), StandardCharsets.UTF_8);
    }
}
