package desk;

import dev.ashlar.struct.LayoutCheck;
import dev.ashlar.struct.Struct;
import prices.Order;
import prices.Price;

@Struct
@LayoutCheck(size = 56)
record Trade(int id, Price price, Order order) {}
