package desk;

import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.memory.LinearMemory;
import prices.Order;
import prices.Price;

public final class Desk {
    private Desk() {}

    public static void main(String[] args) {
        try (LinearMemory memory = LinearMemory.create(1)) {
            Trade trade = new Trade(1, new Price(2, 9950), new Order.Limit(new Price(2, 10_000), 5));
            TradeView view = TradeView.allocate(LinkedListAllocator.over(memory), trade);
            view.price().units(view.price().units() + 25);
            long size =
                    switch (view.order().tag()) {
                        case LIMIT -> view.order().asLimit().size();
                        case MARKET -> view.order().asMarket().size();
                    };
            if (size != 5 || !view.read().equals(new Trade(1, new Price(2, 9975), trade.order()))) {
                throw new IllegalStateException(view.toString());
            }
            System.out.println(view);
        }
    }
}
