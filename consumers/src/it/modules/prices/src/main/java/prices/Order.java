package prices;

import dev.ashlar.struct.Struct;

@Struct
public sealed interface Order permits Order.Limit, Order.Market {
    @Struct
    record Limit(Price price, long size) implements Order {}

    @Struct
    record Market(long size) implements Order {}
}
