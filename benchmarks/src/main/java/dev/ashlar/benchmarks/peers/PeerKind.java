package dev.ashlar.benchmarks.peers;

import java.util.List;

/**
 * A peer with the flags that its JVM needs. A peer that can be set in several ways is several kinds.
 *
 * <p>Peers are made in {@link #open}, and not by references to their constructors, so that a fork loads the class of one
 * peer alone: the JIT then calls it without asking which it is.
 */
enum PeerKind {
    SEGMENT("segment, unaligned layouts", Writer.HAND, "PersonOffsets"),
    SEGMENT_ALIGNED("segment, aligned layouts", Writer.HAND, "PersonOffsets"),
    JEXTRACT("jextract's accessors", Writer.TOOL, "JextractPerson"),
    UNSAFE("sun.misc.Unsafe", Writer.HAND, "PersonOffsets"),
    LWJGL("LWJGL, sun.misc.Unsafe", Writer.TOOL, "LwjglPerson", Flag.NATIVE_ACCESS),
    LWJGL_INTERNAL("LWJGL, internal Unsafe", Writer.TOOL, "LwjglPerson", Flag.NATIVE_ACCESS, Flag.INTERNAL_UNSAFE),
    LWJGL_FFM("LWJGL, FFM", Writer.TOOL, "LwjglPerson", Flag.NATIVE_ACCESS, "-Dorg.lwjgl.system.memoryBackend=ffm"),
    AGRONA("Agrona", Writer.HAND, "AgronaPerson", Flag.INTERNAL_UNSAFE),
    AGRONA_UNCHECKED(
            "Agrona, unchecked", Writer.HAND, "AgronaPerson", Flag.INTERNAL_UNSAFE, Flag.WITHOUT_BOUNDS_CHECKS),
    SBE("SBE", Writer.TOOL, "SbePersonEncoder SbePersonDecoder", Flag.INTERNAL_UNSAFE),
    SBE_UNCHECKED(
            "SBE, unchecked",
            Writer.TOOL,
            "SbePersonEncoder SbePersonDecoder",
            Flag.INTERNAL_UNSAFE,
            Flag.WITHOUT_BOUNDS_CHECKS),
    CHRONICLE(
            "Chronicle Values",
            Writer.HAND,
            "ChroniclePerson",
            Flag.NATIVE_ACCESS,
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-exports=jdk.compiler/com.sun.tools.javac.file=ALL-UNNAMED"),
    RECORDS("records on the heap", Writer.HAND, "Person"),
    ASHLAR("Ashlar", Writer.HAND, "Person");

    private final String title;
    private final Writer writer;
    private final String sources;
    private final String flags;

    PeerKind(String title, Writer writer, String sources, String... flags) {
        this.title = title;
        this.writer = writer;
        this.sources = sources;
        this.flags = String.join(" ", flags);
    }

    /** Makes the arrays, with this many small and wide structs. */
    Peer open(int people, int wide) {
        return switch (this) {
            case SEGMENT -> new UnalignedSegmentPeer(people, wide);
            case SEGMENT_ALIGNED -> new AlignedSegmentPeer(people, wide);
            case JEXTRACT -> new JextractPeer(people, wide);
            case UNSAFE -> new UnsafePeer(people, wide);
            case LWJGL, LWJGL_INTERNAL, LWJGL_FFM -> new LwjglPeer(people, wide);
            case AGRONA, AGRONA_UNCHECKED -> new AgronaPeer(people, wide);
            case SBE, SBE_UNCHECKED -> new SbePeer(people, wide);
            case CHRONICLE -> new ChroniclePeer(people, wide);
            case RECORDS -> new RecordPeer(people, wide);
            case ASHLAR -> new AshlarPeer(people, wide);
        };
    }

    String title() {
        return title;
    }

    /** Returns the flags without which it does not run, or not as its title says. */
    List<String> flags() {
        return flags.isEmpty() ? List.of() : List.of(flags.split(" ", -1));
    }

    /** Returns the names of the classes that a user needs for a {@code Person}. */
    List<String> sources() {
        return List.of(sources.split(" ", -1));
    }

    Writer writer() {
        return writer;
    }

    /** Who writes the class of a struct. */
    enum Writer {
        HAND("by hand"),
        TOOL("by a tool");

        private final String title;

        Writer(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    /** Flags that several peers need. */
    private static final class Flag {
        private static final String NATIVE_ACCESS = "--enable-native-access=ALL-UNNAMED";
        private static final String INTERNAL_UNSAFE = "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED";
        private static final String WITHOUT_BOUNDS_CHECKS = "-Dagrona.disable.bounds.checks=true";
    }
}
