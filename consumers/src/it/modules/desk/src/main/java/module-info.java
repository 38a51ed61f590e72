/** A desk, which gets the library through the API of another module. */
module market.desk {
    requires market.prices;
}
