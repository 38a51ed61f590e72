package dev.ashlar.tests.ring;

import dev.ashlar.struct.Code;
import dev.ashlar.struct.Struct;

/** A union that goes through a ring, with a struct that can refuse to be read. */
@Struct(ring = true)
public sealed interface Order permits Order.Buy, Order.Cancel {
    /** Buys. */
    @Struct
    @Code(1)
    record Buy(long id, Side side, double price) implements Order {}

    /** Cancels. */
    @Struct
    @Code(2)
    record Cancel(int id) implements Order {
        public Cancel {
            if (id < 0) {
                throw new IllegalArgumentException("negative id");
            }
        }
    }

    /** Who. */
    enum Side {
        MINE,
        YOURS
    }
}
