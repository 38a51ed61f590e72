package dev.ashlar.examples.formats;

import dev.ashlar.struct.Bits;
import dev.ashlar.struct.LayoutCheck;
import dev.ashlar.struct.Struct;
import dev.ashlar.struct.StructOrder;
import dev.ashlar.struct.U16;
import dev.ashlar.struct.U32;
import dev.ashlar.struct.U8;

/** The header of TCP, RFC 9293. */
@Struct(packed = true, order = StructOrder.BIG_ENDIAN)
@LayoutCheck(size = 20)
record TcpHeader(
        @U16 int sourcePort,
        @U16 int destinationPort,
        @U32 long sequence,
        @U32 long acknowledgment,
        @U8 @Bits(4) int words,
        @U8 @Bits(4) int reserved,
        @Bits(1) boolean reduced,
        @Bits(1) boolean echo,
        @Bits(1) boolean urg,
        @Bits(1) boolean ack,
        @Bits(1) boolean psh,
        @Bits(1) boolean rst,
        @Bits(1) boolean syn,
        @Bits(1) boolean fin,
        @U16 int window,
        @U16 int checksum,
        @U16 int urgent) {}
