package dev.ashlar.tests.optional;

import dev.ashlar.struct.Length;
import dev.ashlar.struct.Ref;
import dev.ashlar.struct.Struct;
import dev.ashlar.struct.StructAccessors;
import dev.ashlar.struct.StructOrder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Names that meet those of the methods of optional elements, in big-endian structs and in beans. */
public final class AwkwardElements {
    private AwkwardElements() {}

    /** With the names of methods. */
    @Struct(columns = true, order = StructOrder.BIG_ENDIAN)
    public record Names(
            @Length(2) @Nullable Integer[] age,
            @Length(2) @Nullable Integer[] age_,
            @Nullable Integer hasAge,
            @Length(2) @Nullable Color[] ageOr,
            @Length(2) @Nullable Color[] ageOrNull,
            @Length(2) @Nullable Short[] ageTo,
            @Length(2) int[] ageChecked,
            @Length(2) @Nullable Boolean[] clearAge,
            @Length(2) @Nullable Color[] ageEqual,
            @Length(2) @Nullable Color[] ageText,
            @Length(2) @Nullable Color[] index,
            @Length(2) @Nullable Color[] values,
            @Length(2) @Nullable Color[] present,
            @Length(2) @Nullable Color[] ageValidity,
            @Length(2) @Nullable Integer[] yield) {}

    /** As a bean. */
    @Struct(columns = true, accessors = StructAccessors.BEAN, order = StructOrder.NATIVE)
    public record Bean(
            @Length(2) @Nullable Integer[] age,
            @Length(2) @Nullable Boolean[] isOpen,
            int ageOrNull,
            @Length(2) @Nullable Instant[] taken,
            @Length(2) @Nullable Point[] at) {}

    /** An array of structs that hold references. */
    @Struct
    public record Holder(@Length(2) @Nullable Link[] links, int id) {}

    /** A struct that holds a reference. */
    @Struct
    public record Link(Ref<Holder> next) {}
}
