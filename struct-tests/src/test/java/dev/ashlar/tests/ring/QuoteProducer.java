package dev.ashlar.tests.ring;

import dev.ashlar.memory.Memory;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A process that produces quotes, numbered from one on, into a ring in a file, until it is killed. */
final class QuoteProducer {
    private QuoteProducer() {}

    /** Maps a file as several processes may. */
    static Memory map(Path file, Arena arena) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return Memory.of(channel.map(FileChannel.MapMode.READ_WRITE, 0, channel.size(), arena));
        }
    }

    /** The file, the number of the producer. */
    public static void main(String[] arguments) throws Exception {
        int producer = Integer.parseInt(arguments[1]);
        try (Arena arena = Arena.ofShared()) {
            QuoteRing ring = QuoteRing.open(map(Path.of(arguments[0]), arena));
            QuoteView.Cursor slot = ring.cursor();
            System.out.println("ready");
            for (long number = 0; ; ) {
                if (ring.claim(slot)) {
                    slot.number(number).producer(producer).price(number * 0.5).size((int) (number & 0xFF));
                    ring.publish(slot);
                    number++;
                } else {
                    Thread.onSpinWait();
                }
            }
        }
    }
}
