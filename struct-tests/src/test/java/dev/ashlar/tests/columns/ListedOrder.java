package dev.ashlar.tests.columns;

import dev.ashlar.struct.Length;
import dev.ashlar.struct.Struct;
import java.util.OptionalInt;

/** A struct of columns of several kinds, one of them called as the list of all columns is. */
@Struct(columns = true)
record ListedOrder(
        long columns, Spot start, Side side, @Length(3) short[] sizes, OptionalInt age) {
    enum Side {
        BUY,
        SELL
    }
}
