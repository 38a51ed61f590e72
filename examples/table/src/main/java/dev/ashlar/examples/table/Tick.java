package dev.ashlar.examples.table;

import dev.ashlar.struct.LayoutCheck;
import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.Stored;
import dev.ashlar.struct.Struct;

/**
 * One trade. 24 bytes as a struct, 23 in columns.
 *
 * @param time nanoseconds since the opening
 * @param price in the currency of the market
 * @param quantity how many shares
 * @param symbol the number of the share
 */
@Struct(columns = true)
@LayoutCheck(size = 24)
public record Tick(
        long time,
        double price,
        int quantity,
        @Stored(StorageType.U16) int symbol,
        @Stored(StorageType.U8) Side side) {}
