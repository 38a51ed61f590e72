/**
 * Growable linear memory, allocators that live in it, and what generated struct views stand on.
 *
 * <p>Packages depend on each other in one direction only: {@code watch} ← {@code memory} ← {@code alloc.heap} ←
 * {@code alloc} ← {@code struct.support} ← {@code struct}.
 */
module dev.ashlar.core {
    requires static jdk.jfr;
    requires static transitive org.jspecify;

    exports dev.ashlar.alloc;
    exports dev.ashlar.memory;
    exports dev.ashlar.struct;
    exports dev.ashlar.struct.support;
}
