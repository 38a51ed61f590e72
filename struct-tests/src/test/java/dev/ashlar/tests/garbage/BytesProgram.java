package dev.ashlar.tests.garbage;

import com.sun.management.ThreadMXBean;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Prints how many bytes each loop allocates on the Java heap for one step, a line {@code name bytes} each.
 *
 * <p>The bytes of a step are the difference between a run of all steps and one of half of them, so that objects made once for
 * a loop do not count.
 */
final class BytesProgram {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private BytesProgram() {}

    /** Runs each loop as often as the first argument says, and then measures it as often as the second says. */
    public static void main(String[] arguments) throws IOException {
        int warmUp = Integer.parseInt(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        OtherStructs.use(Math.max(2, warmUp / 2));
        Path file = Files.createTempFile("rows", null);
        try (LinearMemory memory = LinearMemory.create(8);
                LinearMemory linear = LinearMemory.create(2);
                LinearMemory ofCodecs = LinearMemory.create(8);
                LinearMemory ofOptionals = LinearMemory.create(8);
                LinearMemory ofMaps = LinearMemory.create(8);
                LinearMemory ofRings = LinearMemory.create(1);
                LinearMemory onHeap = LinearMemory.createOnHeap(2);
                LinearMemory mapped = LinearMemory.map(file, 2, 2);
                Arena arena = Arena.ofConfined()) {
            Data data = new Data(memory);
            Map<String, Loop> loops = new TreeMap<>();
            new CursorLoops(data).all().forEach((name, loop) -> loops.put("cursor." + name, loop));
            addRows("inMemory", linear.span(64, Rows.byteSize()), loops);
            addRows("onHeap", onHeap.span(64, Rows.byteSize()), loops);
            addRows("inFile", mapped.span(64, Rows.byteSize()), loops);
            addRows("inArena", Memory.of(arena.allocate(Rows.byteSize(), 64)), loops);
            new ViewLoops(data).all().forEach((name, loop) -> loops.put("view." + name, loop));
            new RecordLoops(data).all().forEach((name, loop) -> loops.put("record." + name, loop));
            new CodecLoops(ofCodecs).all().forEach((name, loop) -> loops.put("codec." + name, loop));
            new OptionalLoops(ofOptionals).all().forEach((name, loop) -> loops.put("optional." + name, loop));
            new MapLoops(ofMaps).all().forEach((name, loop) -> loops.put("map." + name, loop));
            new RingLoops(ofRings).all().forEach((name, loop) -> loops.put("ring." + name, loop));
            loops.forEach((name, loop) -> System.out.println(name + " " + bytesOfAStep(loop, warmUp, rounds)));
        } finally {
            Files.delete(file);
        }
    }

    private static void addRows(String where, Memory memory, Map<String, Loop> loops) {
        new RowLoops(new Rows(memory)).all().forEach((name, loop) -> loops.put("row." + name + "." + where, loop));
    }

    private static double bytesOfAStep(Loop loop, int warmUp, int rounds) {
        for (int i = 0; i < warmUp; i++) {
            loop.run(Data.COUNT);
            loop.run(Data.COUNT / 2);
        }
        long all = Long.MAX_VALUE;
        long half = Long.MAX_VALUE;
        for (int round = 0; round < rounds; round++) {
            all = Math.min(all, bytes(loop, Data.COUNT));
            half = Math.min(half, bytes(loop, Data.COUNT / 2));
        }
        return (double) (all - half) / (Data.COUNT / 2);
    }

    private static long bytes(Loop loop, int count) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        loop.run(count);
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
