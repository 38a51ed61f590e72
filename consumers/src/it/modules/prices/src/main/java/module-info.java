/** Prices, as structs that other modules use. */
module market.prices {
    requires transitive dev.ashlar.core;

    exports prices;
}
