package dev.ashlar.benchmarks.peers;

import dev.ashlar.benchmarks.peers.structs.Eight;
import java.util.function.DoubleSupplier;

/** Makes a peer in a JVM of its own, uses it, and then uses it wrongly, which may be the end of that JVM. */
final class PeerProbe {
    private static final int COUNT = 64;

    private PeerProbe() {}

    public static void main(String[] arguments) {
        Peer peer = PeerKind.valueOf(arguments[0]).open(COUNT, COUNT);
        peer.setPerson(7, 1, 2.5, 3);
        peer.setEight(9, Eight.of(4));
        peer.addToEight(9, 1);
        require(5.5, peer.heightAndAge(7));
        require(3, peer.age(7));
        require(8 * 5, peer.eight(9).sum());
        System.out.println("works");
        say(() -> peer.heightAndAge(COUNT));
        // Eight times eight: beyond the array, even where structs of all three sizes share its bytes.
        say(() -> peer.eight(COUNT * 8).sum());
        peer.close();
        say(() -> peer.heightAndAge(7));
    }

    private static void require(double expected, double actual) {
        if (expected != actual) {
            throw new IllegalStateException("wrong value: expected=" + expected + " actual=" + actual);
        }
    }

    private static void say(DoubleSupplier wrongAccess) {
        try {
            double found = wrongAccess.getAsDouble();
            System.out.println("no");
            System.err.println("found: " + found);
        } catch (RuntimeException | AssertionError caught) {
            System.out.println("yes");
            System.err.println("caught: " + caught);
        }
    }
}
