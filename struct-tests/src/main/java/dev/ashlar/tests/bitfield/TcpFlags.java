package dev.ashlar.tests.bitfield;

import dev.ashlar.struct.Bits;
import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.Stored;
import dev.ashlar.struct.Struct;

@Struct
record TcpFlags(
        @Bits(4) @Stored(StorageType.U16) int res1,
        @Bits(4) @Stored(StorageType.U16) int doff,
        @Bits(1) @Stored(StorageType.U16) boolean fin,
        @Bits(1) @Stored(StorageType.U16) boolean syn,
        @Bits(1) @Stored(StorageType.U16) boolean rst,
        @Bits(1) @Stored(StorageType.U16) boolean psh,
        @Bits(1) @Stored(StorageType.U16) boolean ack,
        @Bits(1) @Stored(StorageType.U16) boolean urg,
        @Bits(2) @Stored(StorageType.U16) int rest) {}
