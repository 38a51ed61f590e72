/** Columns of structs for engines that read the Arrow C Data Interface, without a copy where the types agree. */
module dev.ashlar.arrow {
    requires transitive dev.ashlar.core;
    requires static transitive org.jspecify;

    exports dev.ashlar.arrow;
}
