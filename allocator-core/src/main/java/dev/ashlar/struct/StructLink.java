package dev.ashlar.struct;

import dev.ashlar.struct.support.ComponentPath;
import dev.ashlar.struct.support.EnumNumbers;
import org.jspecify.annotations.Nullable;

/**
 * The layout with which the generated classes of a struct were compiled, and the result of comparing it with the
 * structs and enums in it. For generated code.
 *
 * <p>There is one for each struct, in a static final field of its view. It is made from numbers that the processor
 * wrote, when the view is first used, and compared with those of the nested structs, which may come from a library. No
 * number is a constant to javac, which would copy it into classes that are compiled elsewhere. It is a record because
 * the JIT treats the fields of a constant record as constants: {@link #check} disappears in compiled code.
 *
 * @param struct the canonical name of the struct
 * @param byteSize the size of the struct in bytes, padding included
 * @param byteAlignment the alignment of the struct in bytes
 * @param fingerprint the fingerprint of its layout: {@link StructType#fingerprint()}
 * @param mismatch the message about what does not match; {@code null} if everything matches
 */
public record StructLink(
        String struct,
        long byteSize,
        long byteAlignment,
        long fingerprint,
        @Nullable String mismatch) {
    /** Returns the layout of a struct of which nothing is compared yet. */
    public static StructLink of(String struct, long byteSize, long byteAlignment, long fingerprint) {
        return new StructLink(struct, byteSize, byteAlignment, fingerprint, null);
    }

    /**
     * Returns this layout after comparing a struct in it. A mismatch of that struct itself is one of this struct too;
     * the first of several mismatches counts.
     *
     * @param component the name of the component or variant that is the other struct, or consists of such structs
     * @param found the layout that the other struct has; {@code null} while its view is being initialised, because that
     *     struct holds this one in turn
     * @param expectedByteSize its size when this struct was compiled, in bytes
     * @param expectedByteAlignment its alignment then, in bytes
     * @param expectedFingerprint its fingerprint then
     */
    public StructLink struct(
            String component,
            @Nullable StructLink found,
            long expectedByteSize,
            long expectedByteAlignment,
            long expectedFingerprint) {
        if (found == null) {
            return with("a struct holds itself by way of another that has changed since it was compiled, compile "
                    + struct + " anew: struct=" + struct + " component=" + component);
        }
        if (found.mismatch != null) {
            return with(found.mismatch);
        }
        boolean isSame = found.fingerprint == expectedFingerprint
                && found.byteSize == expectedByteSize
                && found.byteAlignment == expectedByteAlignment;
        return isSame
                ? this
                : with("a struct and one that it holds were compiled with different layouts, compile " + struct
                        + " anew, or " + found.struct + " if that is the older one: struct=" + struct + " component="
                        + component + " holds=" + found.struct
                        + " compiledWith=" + sizes(expectedByteSize, expectedByteAlignment, expectedFingerprint)
                        + " found=" + sizes(found.byteSize, found.byteAlignment, found.fingerprint));
    }

    /**
     * Returns this layout after comparing an enum in it.
     *
     * @param component the name of the component that is a constant of the enum, or consists of such constants
     */
    public StructLink constants(String component, EnumNumbers<?> numbers) {
        String difference = numbers.difference();
        return difference == null
                ? this
                : with("the constants of an enum have changed since it was compiled into a struct, compile " + struct
                        + " anew: struct=" + struct + " component=" + component + " " + difference);
    }

    /**
     * Returns this layout after a struct in it could not be compared: it is missing, hidden or no longer a struct. If
     * the error were thrown here, the view would be unusable for good, with a different error from the second use on.
     *
     * @throws ExceptionInInitializerError if {@code failure} is one: an enum in that struct is faulty, and the versions
     *     are not the cause
     */
    public StructLink broken(LinkageError failure) {
        if (failure instanceof ExceptionInInitializerError ofAnEnum) {
            throw ofAnEnum;
        }
        return with("a struct cannot be linked with one that it holds, compile " + struct + " anew: struct=" + struct
                + " failure=" + failure);
    }

    /**
     * Checks that the struct matches the structs and enums in it. Takes constant time.
     *
     * @throws StructLinkError if it does not, always with the same message
     */
    public void check() {
        if (mismatch != null) {
            throw new StructLinkError(mismatch);
        }
    }

    /**
     * Refuses a record whose constructor confuses components of the same type. Its class was compiled separately from
     * this view, and the components have been reordered since.
     *
     * @param isStable whether the constructor makes an equal record from the components of one that it made
     * @throws StructLinkError if it does not
     */
    public void requireOrder(boolean isStable) {
        if (!isStable) {
            throw new StructLinkError("components of a class have changed places since a @StructsFor made it a struct,"
                    + " compile what has that annotation anew: struct=" + struct);
        }
    }

    /**
     * Returns the error for a record that is none of the variants: the interface has gained one since its view was
     * compiled, or its {@link Variants} omit one.
     *
     * @param component the component as a member of its struct, or its {@link ComponentPath}, for the message
     * @param union the canonical name of the union
     */
    public static StructLinkError notAVariant(Object component, Object value, String union) {
        return new StructLinkError("a record is not a variant that the view of its union knows, compile " + union
                + " anew, or list the variant in its @Variants: union=" + union + " " + ComponentPath.facts(component)
                + " found="
                + value.getClass().getName());
    }

    private StructLink with(String found) {
        return mismatch == null ? new StructLink(struct, byteSize, byteAlignment, fingerprint, found) : this;
    }

    private static String sizes(long byteSize, long byteAlignment, long fingerprint) {
        return "[byteSize=" + byteSize + " byteAlignment=" + byteAlignment + " fingerprint=" + text(fingerprint) + "]";
    }

    /** A fingerprint as text: {@code 0x00c0ffee00c0ffee}. */
    private static String text(long fingerprint) {
        String digits = Long.toHexString(fingerprint);
        return "0x" + "0".repeat(2 * Long.BYTES - digits.length()) + digits;
    }
}
