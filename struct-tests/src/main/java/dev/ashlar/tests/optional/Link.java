package dev.ashlar.tests.optional;

import dev.ashlar.struct.Ref;
import dev.ashlar.struct.Struct;
import org.jspecify.annotations.Nullable;

/** An optional struct that holds a reference. */
@Struct
public record Link(@Nullable Target target, @Nullable Integer presence) {
    /** The struct with the reference. */
    @Struct
    public record Target(Ref<Link> next) {}
}
