package dev.ashlar.examples.formats;

import dev.ashlar.memory.Memory;
import dev.ashlar.struct.StructLog;
import java.io.PrintStream;
import java.time.Instant;

/** A capture of packets, whose TCP over IP over Ethernet is printed. */
final class PcapFile implements FileFormat {
    private static final int WORD = 4;

    private final Memory file;

    PcapFile(Memory file) {
        this.file = file;
        if (PcapHeaderView.at(file, 0).link() != PcapHeader.ETHERNET) {
            throw new IllegalArgumentException("a capture of something else than Ethernet: link="
                    + PcapHeaderView.at(file, 0).link());
        }
    }

    @Override
    public void print(PrintStream out) {
        Memory packets = Memory.of(file.segment().asSlice(PcapHeaderView.BYTE_SIZE));
        for (PcapPacketView packet : StructLog.at(packets, PcapPacketView.type(), packets.length())) {
            Instant time = Instant.ofEpochSecond(packet.seconds(), packet.micros() * 1_000);
            // A handle of its own, so that nothing is read beyond the packet.
            Memory data = Memory.of(
                    packets.segment().asSlice(packet.byteOffset() + PcapPacketView.OFFSET_DATA, packet.captured()));
            out.println(time + " " + describe(data));
        }
    }

    private static String describe(Memory data) {
        EthernetHeaderView ethernet = EthernetHeaderView.at(data, 0);
        if (ethernet.kind() != EthernetHeader.IP4) {
            return "Ethernet, type 0x" + Integer.toHexString(ethernet.kind());
        }
        IpHeaderView ip = IpHeaderView.at(data, EthernetHeaderView.BYTE_SIZE);
        if (ip.protocol() != IpHeader.TCP) {
            return address(ip.source()) + " > " + address(ip.destination()) + ": protocol " + ip.protocol();
        }
        TcpHeaderView tcp = TcpHeaderView.at(data, EthernetHeaderView.BYTE_SIZE + (long) ip.words() * WORD);
        int length = ip.length() - (ip.words() + tcp.words()) * WORD;
        return address(ip.source()) + ":" + tcp.sourcePort() + " > " + address(ip.destination()) + ":"
                + tcp.destinationPort() + ": " + flags(tcp) + " seq " + tcp.sequence() + ", length " + length;
    }

    private static String flags(TcpHeaderView tcp) {
        return "[" + (tcp.fin() ? "F" : "") + (tcp.syn() ? "S" : "") + (tcp.rst() ? "R" : "") + (tcp.psh() ? "P" : "")
                + (tcp.ack() ? "." : "") + "]";
    }

    private static String address(int address) {
        return (address >>> 24) + "." + (address >> 16 & 0xff) + "." + (address >> 8 & 0xff) + "." + (address & 0xff);
    }
}
