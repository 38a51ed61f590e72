/**
 * Growable linear memory, allocators that live in it, and the base of generated struct views.
 *
 * <p>Packages depend on each other in one direction only: {@code watch} ← {@code memory} ← {@code alloc.heap} ←
 * {@code alloc} ← {@code struct.support} ← {@code struct} ← {@code struct.codec}.
 */
module dev.ashlar.core {
    requires static jdk.jfr;
    requires static transitive org.jspecify;

    exports dev.ashlar.alloc;
    exports dev.ashlar.memory;
    exports dev.ashlar.struct;
    exports dev.ashlar.struct.codec;
    exports dev.ashlar.struct.support;
}
