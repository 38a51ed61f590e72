package dev.ashlar.arrow;

import dev.ashlar.memory.Memory;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes {@code ArrowSchema}s. */
final class SchemaWriter {
    private static final long NULLABLE = 2;

    private final Lease lease;
    private final Arena arena;

    SchemaWriter(Lease lease) {
        this.lease = lease;
        this.arena = lease.arena();
    }

    /** Writes the schema of a field, the callback that releases it last: until then it counts as released. */
    void write(Field field, Memory target) {
        MemorySegment children = pointers(field.children());
        MemorySegment dictionary = MemorySegment.NULL;
        if (field.isDictionary()) {
            MemorySegment values = arena.allocate(CSchemaView.BYTE_SIZE, Long.BYTES);
            write(new Field("", "u", false, Map.of(), null, -1, List.of()), Memory.of(values));
            dictionary = values;
        }
        MemorySegment metadata = metadata(field.metadata());
        CSchemaView.at(target, 0)
                .format(arena.allocateFrom(field.format()))
                .name(arena.allocateFrom(field.name()))
                .metadata(metadata == null ? MemorySegment.NULL : metadata)
                .flags(field.isNullable() ? NULLABLE : 0)
                .childCount(field.children().size())
                .children(children)
                .dictionary(dictionary)
                .privateData(lease.addPart())
                .release(Callbacks.RELEASE_SCHEMA);
    }

    private MemorySegment pointers(List<Field> fields) {
        MemorySegment pointers = arena.allocate(ValueLayout.ADDRESS, Math.max(1, fields.size()));
        for (int i = 0; i < fields.size(); i++) {
            MemorySegment child = arena.allocate(CSchemaView.BYTE_SIZE, Long.BYTES);
            write(fields.get(i), Memory.of(child));
            pointers.setAtIndex(ValueLayout.ADDRESS, i, child);
        }
        return pointers;
    }

    /** The number of pairs, and for each its key and value, with their lengths in bytes. */
    private @Nullable MemorySegment metadata(Map<String, String> facts) {
        if (facts.isEmpty()) {
            return null;
        }
        List<byte[]> texts = new TreeMap<>(facts)
                .entrySet().stream()
                        .flatMap(fact -> List.of(fact.getKey(), fact.getValue()).stream())
                        .map(text -> text.getBytes(StandardCharsets.UTF_8))
                        .toList();
        long byteSize = Integer.BYTES
                + texts.stream().mapToLong(text -> Integer.BYTES + text.length).sum();
        MemorySegment metadata = Objects.requireNonNull(arena.allocate(byteSize, Integer.BYTES));
        metadata.set(ValueLayout.JAVA_INT, 0, facts.size());
        long offset = Integer.BYTES;
        for (byte[] text : texts) {
            metadata.set(ValueLayout.JAVA_INT_UNALIGNED, offset, text.length);
            MemorySegment.copy(text, 0, metadata, ValueLayout.JAVA_BYTE, offset + Integer.BYTES, text.length);
            offset += Integer.BYTES + text.length;
        }
        return metadata;
    }
}
