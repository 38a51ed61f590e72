package dev.ashlar.examples.quickstart;

import dev.ashlar.struct.LayoutCheck;
import dev.ashlar.struct.Length;
import dev.ashlar.struct.Struct;

/**
 * One row of airports.csv. The lengths are in bytes of UTF-8, with a little room above the longest of today's values.
 */
@Struct
@LayoutCheck(size = 144)
record Airport(
        @Length(4) String code,
        @Length(48) String name,
        @Length(40) String city,
        @Length(2) String state,
        @Length(32) String country,
        double latitude,
        double longitude) {}
