package dev.ashlar.tests.bitfield;

import dev.ashlar.struct.Bits;
import dev.ashlar.struct.LayoutCheck;
import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.Stored;
import dev.ashlar.struct.Struct;
import dev.ashlar.struct.StructOrder;

@Struct(order = StructOrder.LITTLE_ENDIAN)
@LayoutCheck(size = 20)
record Ipv4HeaderInC(
        @Bits(4) @Stored(StorageType.U8) int ihl,
        @Bits(4) @Stored(StorageType.U8) int version,
        @Stored(StorageType.U8) short tos,
        @Stored(StorageType.U16) int length,
        @Stored(StorageType.U16) int id,
        @Bits(3) @Stored(StorageType.U16) int flags,
        @Bits(13) @Stored(StorageType.U16) int fragment,
        @Stored(StorageType.U8) short ttl,
        @Stored(StorageType.U8) short protocol,
        @Stored(StorageType.U16) int checksum,
        int from,
        int to) {}
