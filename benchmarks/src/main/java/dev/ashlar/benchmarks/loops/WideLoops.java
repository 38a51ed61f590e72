package dev.ashlar.benchmarks.loops;

import dev.ashlar.alloc.Allocator;
import dev.ashlar.memory.Memory;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.function.Function;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Structs of many components: all of them updated, by accessors and by reading, making and writing a whole record; whole
 * records read; whole records written; structs compared, hashed and copied. The loops are those of {@link WideSource}.
 */
@SuppressWarnings("NullAway.Init") // JMH calls setUp first
@OperationsPerInvocation(WideLoops.STRUCTS)
public class WideLoops extends Loops {
    /** The property that names the folder with the compiled loops. */
    static final String COMPILED = "dev.ashlar.benchmarks.wide";

    /** How many structs: even the widest fit the second-level cache. */
    static final int STRUCTS = 1_024;

    /** How many components. */
    @Param({"8", "16", "32", "64"})
    public int components;

    /** By what the loop goes. */
    @Param({"view", "cursor", "segment", "objects"})
    public String peer;

    private URLClassLoader loader;
    private Runnable update;
    private Runnable updateWhole;
    private Runnable read;
    private Runnable write;
    private Runnable equals;
    private Runnable hash;
    private Runnable copy;

    @Override
    protected void fill(Allocator allocator) throws Exception {
        Path compiled = Path.of(System.getProperty(COMPILED));
        loader = new URLClassLoader(
                new URL[] {compiled.toUri().toURL()}, getClass().getClassLoader());
        Memory bytes = allocator.allocate(STRUCTS * (long) WideSource.mostBytes(components), 8);
        Memory others = allocator.allocate(STRUCTS * (long) WideSource.mostBytes(components), 8);
        Object loops = loader.loadClass(WideSource.className(components))
                .getConstructor(Memory.class, Memory.class, int.class)
                .newInstance(bytes, others, STRUCTS);
        update = loop(loops, "update");
        updateWhole = loop(loops, "updateWhole");
        read = loop(loops, "read");
        write = loop(loops, "write");
        equals = loop(loops, "equals");
        hash = loop(loops, "hash");
        copy = loop(loops, "copy");
    }

    @SuppressWarnings("unchecked") // so WideSource writes it
    private Runnable loop(Object loops, String work) {
        return ((Function<String, Runnable>) loops).apply(work + " " + peer);
    }

    /** Gives the classes back. */
    @TearDown
    public void unload() throws Exception {
        loader.close();
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public void wideUpdate() {
        update.run();
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public void wideUpdateWhole() {
        updateWhole.run();
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public void wideRead() {
        read.run();
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public void wideWrite() {
        write.run();
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public void wideEquals() {
        equals.run();
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public void wideHash() {
        hash.run();
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public void wideCopy() {
        copy.run();
    }
}
