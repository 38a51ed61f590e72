package dev.ashlar.tests.view;

import dev.ashlar.struct.Struct;

/** A struct whose last accessor refuses a value, at its first call already. */
@Struct
public record Stubborn(int first, long second, short last) {
    @Override
    public short last() {
        if (last < 0) {
            throw new UnsupportedOperationException("last=" + last);
        }
        return last;
    }
}
