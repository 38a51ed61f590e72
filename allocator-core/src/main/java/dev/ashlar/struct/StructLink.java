package dev.ashlar.struct;

import dev.ashlar.struct.support.EnumNumbers;
import org.jspecify.annotations.Nullable;

/**
 * The layout that the generated classes of a struct were compiled with, and whether the structs and enums in it are
 * still those. For generated code.
 *
 * <p>There is one for each struct, in a static final field of its view. It is made of numbers that the processor wrote,
 * when the view is first used, and held against those of the nested structs, which a library brings along. No number is
 * a constant to javac, which would copy it into classes that are compiled elsewhere. A record, because the JIT
 * takes the fields of a constant record for constants: {@link #check} is nothing in compiled code.
 *
 * @param struct the canonical name of the struct
 * @param byteSize the size of the struct in bytes, padding included
 * @param byteAlignment the alignment of the struct in bytes
 * @param fingerprint that of its layout: {@link StructType#fingerprint()}
 * @param mismatch what does not fit together, as a message; {@code null} when all does
 */
public record StructLink(
        String struct,
        long byteSize,
        long byteAlignment,
        long fingerprint,
        @Nullable String mismatch) {
    /** The layout of a struct, of which nothing is compared yet. */
    public static StructLink of(String struct, long byteSize, long byteAlignment, long fingerprint) {
        return new StructLink(struct, byteSize, byteAlignment, fingerprint, null);
    }

    /**
     * This layout, after a struct in it was compared. What is wrong with that struct itself is wrong with this one too;
     * of several mismatches the first is kept.
     *
     * @param component the name of the component or variant that is the other struct, or consists of it
     * @param found that struct as it is there; {@code null} while its view is being made, which holds this one in turn
     * @param expectedByteSize its size when this one was compiled, in bytes
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
     * This layout, after an enum in it was compared.
     *
     * @param component the name of the component that is a constant of it, or consists of them
     */
    public StructLink constants(String component, EnumNumbers<?> numbers) {
        String difference = numbers.difference();
        return difference == null
                ? this
                : with("the constants of an enum have changed since it was compiled into a struct, compile " + struct
                        + " anew: struct=" + struct + " component=" + component + " " + difference);
    }

    /**
     * This layout, after a struct in it could not be compared: it is gone, hidden or no struct any more. A view that gave
     * in to the error would be unusable for good, with another error from the second use on.
     *
     * @throws ExceptionInInitializerError if that is what happened: an enum in that struct is in error, and no version
     */
    public StructLink broken(LinkageError failure) {
        if (failure instanceof ExceptionInInitializerError ofAnEnum) {
            throw ofAnEnum;
        }
        return with("a struct cannot be linked with one that it holds, compile " + struct + " anew: struct=" + struct
                + " failure=" + failure);
    }

    /**
     * Checks that the struct fits together with what it holds. Takes constant time.
     *
     * @throws StructLinkError if it does not; always the same message
     */
    public void check() {
        if (mismatch != null) {
            throw new StructLinkError(mismatch);
        }
    }

    /**
     * Refuses a record whose constructor takes the components of one type for each other. Its class is compiled without
     * this view, and they have changed places since.
     *
     * @param isStable whether the constructor makes the same record anew of the components of one that it made
     * @throws StructLinkError if it does not
     */
    public void requireOrder(boolean isStable) {
        if (!isStable) {
            throw new StructLinkError("components of a class have changed places since a @StructsFor made it a struct,"
                    + " compile what has that annotation anew: struct=" + struct);
        }
    }

    /**
     * The error for a record that is none of the variants: the interface has got another since its view was compiled, or
     * its {@link Variants} leave one out.
     *
     * @param component the name or path of the component, for the message
     * @param union the canonical name of the union
     */
    public static StructLinkError notAVariant(Object component, Object value, String union) {
        return new StructLinkError("a record is no variant that the view of its union knows, compile " + union
                + " anew, or list the variant in its @Variants: union=" + union + " component=" + component + " found="
                + value.getClass().getName());
    }

    private StructLink with(String found) {
        return mismatch == null ? new StructLink(struct, byteSize, byteAlignment, fingerprint, found) : this;
    }

    private static String sizes(long byteSize, long byteAlignment, long fingerprint) {
        return "[byteSize=" + byteSize + " byteAlignment=" + byteAlignment + " fingerprint=" + text(fingerprint) + "]";
    }

    /** A fingerprint as it is written everywhere: {@code 0x00c0ffee00c0ffee}. */
    private static String text(long fingerprint) {
        String digits = Long.toHexString(fingerprint);
        return "0x" + "0".repeat(2 * Long.BYTES - digits.length()) + digits;
    }
}
