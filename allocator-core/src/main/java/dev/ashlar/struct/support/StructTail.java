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
            throw impossible(component, length, Math.max(0, most));
        }
        return length;
    }

    /**
     * Returns {@code count}, which was loaded from memory, after checking that as many elements fit in the handle.
     *
     * @param component the tail as a member of its struct, {@code p.Entry#text}, for the message
     * @param count the number of elements in another component of the struct; of 64 bits without a sign, those beyond
     *     {@code long} are negative
     * @param start the offset of the elements in {@code memory}, in bytes, which may lie beyond its end
     * @param elementByteSize the size of one in bytes
     * @throws IllegalStateException if they do not, if {@code count} is negative, or more than an {@code int} holds
     */
    public static int counted(Object component, Memory memory, long count, long start, long elementByteSize) {
        long room = memory.length() - start;
        long most = Math.min(room / elementByteSize, Integer.MAX_VALUE);
        if (room < 0) {
            throw new IllegalStateException("tail starts beyond the end of the handle: "
                    + ComponentPath.facts(component) + " byteSize=" + -room);
        }
        if (count < 0 || count > most) {
            throw impossible(component, count, most);
        }
        return (int) count;
    }

    private static IllegalStateException impossible(Object component, long length, long most) {
        return new IllegalStateException("tail of an impossible length: " + ComponentPath.facts(component) + " length="
                + length + " mostLength=" + most);
    }

    /**
     * As {@link #counted}, of a count in bytes.
     *
     * @return the number of elements
     * @throws IllegalStateException also if the bytes are not a whole number of elements
     */
    public static int countedInBytes(
            Object component, Memory memory, long byteCount, long start, long elementByteSize) {
        if (byteCount % elementByteSize != 0) {
            throw new IllegalStateException("tail of bytes that are not whole elements: "
                    + ComponentPath.facts(component) + " byteLength=" + byteCount + " elementByteSize="
                    + elementByteSize);
        }
        return counted(component, memory, byteCount / elementByteSize, start, elementByteSize);
    }

    /**
     * Returns the number of elements that lie up to the end of the handle.
     *
     * @param component the tail as a member of its struct, {@code p.Message#body}, for the message
     * @param start the offset of the elements in {@code memory}, in bytes
     * @param elementByteSize the size of one in bytes
     * @throws IllegalStateException if the last of them is cut off, there are more than an {@code int} holds, or the handle
     *     is freed or its memory closed
     * @throws IndexOutOfBoundsException if they start beyond the end of the handle
     */
    public static int toEnd(Object component, Memory memory, long start, long elementByteSize) {
        memory.checkRange(start, 0);
        return countedInBytes(component, memory, memory.length() - start, start, elementByteSize);
    }

    /**
     * Checks that the component of a record that counts a tail has the number of its elements, or of their bytes.
     *
     * @param component the tail as a member of its struct, or its {@link ComponentPath}, for the message
     * @param countedBy the name of the component that counts
     * @param count its value
     * @param length the number that it must be
     * @throws IllegalArgumentException if it has another
     */
    public static void requireCount(Object component, String countedBy, long count, long length) {
        if (count != length) {
            throw new IllegalArgumentException("tail and its count disagree: " + ComponentPath.facts(component)
                    + " length=" + length + " countedBy=" + countedBy + " count=" + count);
        }
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
        return end(start, length, elementByteSize, byteAlignment);
    }

    /**
     * Returns where a tail ends, in bytes from the start of the struct.
     *
     * @param start the offset of the elements, in bytes from the start of the struct
     * @param length the number of elements
     * @param elementByteSize the size of one in bytes
     * @param pad the multiple up to which the end is rounded, in bytes
     */
    public static long end(long start, int length, long elementByteSize, long pad) {
        return Alignment.alignUp(start + length * elementByteSize, pad);
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
