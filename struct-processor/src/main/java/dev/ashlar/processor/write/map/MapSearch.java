package dev.ashlar.processor.write.map;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.write.component.KeyCode;
import dev.ashlar.processor.write.component.KeyPart;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.names.GeneratedNames;
import java.lang.foreign.MemorySegment;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * The search for a key: by its components, by bytes that lie somewhere, and for the map itself by a struct that has it. It is
 * written out for each, since the JIT compiles a loop well that knows the key it looks for.
 */
final class MapSearch {
    private final KeyCode key;
    private final GeneratedNames names;

    private MapSearch(KeyCode key, GeneratedNames names) {
        this.key = key;
        this.names = names;
    }

    static void addTo(TypeSpec.Builder map, KeyCode key, GeneratedNames names) {
        MapSearch search = new MapSearch(key, names);
        map.addMethod(search.indexOf());
        key.asBytes().ifPresent(bytes -> map.addMethod(search.indexOfBytes(bytes)));
        map.addMethod(search.indexOfKeyAt());
        map.addMethod(search.hashAt());
    }

    // public long indexOf(long id) {
    //     long hash = MapHash.finished(MapHash.with(seed(), multiplier(), id));
    private MethodSpec indexOf() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("indexOf")
                .addJavadoc(
                        "Returns the index of the entry with a key, or -1 if there is none. Makes no objects, unless a codec does.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.LONG)
                .addParameters(key.parameters())
                .addCode(key.preparations())
                .addCode(hash(KeyPart::hash));
        return search(method, key.parts().stream().map(KeyPart::equal)).build();
    }

    // private long indexOfBytes(MemorySegment bytes, long from, long byteSize) {
    //     long hash = MapHash.finished(KeyBytes.hash(seed(), multiplier(), bytes, from, byteSize, 16));
    private MethodSpec indexOfBytes(KeyPart.Bytes part) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("indexOfBytes")
                .addModifiers(Modifier.PRIVATE)
                .returns(TypeName.LONG)
                .addParameter(MemorySegment.class, "bytes")
                .addParameter(TypeName.LONG, "from")
                .addParameter(TypeName.LONG, "byteSize");
        if (!part.isText()) {
            method.beginControlFlow("if (byteSize != $L)", part.length())
                    .addStatement("return -1")
                    .endControlFlow();
        }
        method.addStatement("long $L = $L", local("hash"), finished(part.hashOfSegment()));
        return search(method, Stream.of(part.equalsSegment())).build();
    }

    // protected long indexOfKeyAt(Memory source, long sourceOffset) {
    //     long hash = hashAt(source, sourceOffset);
    private MethodSpec indexOfKeyAt() {
        MethodSpec.Builder method = Library.hook("indexOfKeyAt", TypeName.LONG)
                .addParameter(Library.MEMORY, "source")
                .addParameter(TypeName.LONG, "sourceOffset")
                .addStatement("long $L = hashAt(source, sourceOffset)", local("hash"));
        return search(method, key.parts().stream().map(KeyPart::equalStored)).build();
    }

    // protected long hashAt(Memory memory, long byteOffset) {
    //     return MapHash.finished(MapHash.with(seed(), multiplier(), memory.loadI64(byteOffset +
    // AccountView.OFFSET_ID)));
    private MethodSpec hashAt() {
        MethodSpec.Builder method = Library.hook("hashAt", TypeName.LONG)
                .addParameter(Library.MEMORY, "memory")
                .addParameter(TypeName.LONG, "byteOffset");
        if (key.parts().size() == 1) {
            CodeBlock hash = key.parts().getFirst().hashStored(CodeBlock.of("seed()"));
            return method.addStatement("return $L", finished(hash)).build();
        }
        return method.addCode(hash(KeyPart::hashStored))
                .addStatement("return $L", local("hash"))
                .build();
    }

    /** The statements that compute the hash of all parts. */
    // long hash = MapHash.with(seed(), multiplier(), year);
    // hash = MapHash.finished(MapHash.with(hash, multiplier(), id));
    private CodeBlock hash(BiFunction<KeyPart, CodeBlock, CodeBlock> with) {
        String hash = local("hash");
        CodeBlock.Builder statements = CodeBlock.builder();
        CodeBlock soFar = CodeBlock.of("seed()");
        String declared = "long ";
        for (KeyPart part : key.parts()) {
            CodeBlock next = with.apply(part, soFar);
            boolean isLast = part.equals(key.parts().getLast());
            statements.addStatement("$L$L = $L", declared, hash, isLast ? finished(next) : next);
            soFar = CodeBlock.of(hash);
            declared = "";
        }
        return statements.build();
    }

    // MapHash.finished(MapHash.with(seed(), multiplier(), id))
    // MapHash.finished(KeyText.hash(seed(), multiplier(), text, 16))
    private static CodeBlock finished(CodeBlock hash) {
        return CodeBlock.of("$T.finished($L)", Library.MAP_HASH, hash);
    }

    // Memory memory = memory(); long group = hash & groupMask();
    // for (long step = 1; step <= groupMask() + 1; step++) {
    //     long control = memory.loadI64(group * MapGroup.BYTE_SIZE);
    //     for (long matches = MapGroup.matches(control, hash); matches != 0; matches &= matches - 1) {
    //         long index = group * MapGroup.SLOTS + MapGroup.first(matches);
    //         long byteOffset = entriesOffset() + index * AccountView.BYTE_SIZE;
    //         if (memory.loadI64(byteOffset + AccountView.OFFSET_ID) == id) { return index; } }
    //     if (!MapGroup.isPassed(control)) { return -1; }
    //     group = (group + step) & groupMask(); }
    // return -1;
    private MethodSpec.Builder search(MethodSpec.Builder method, Stream<CodeBlock> equalities) {
        String group = local("group");
        String step = local("step");
        String control = local("control");
        String matches = local("matches");
        String index = local("index");
        return method.addStatement("$T memory = memory()", Library.MEMORY)
                .addStatement("long $L = $L & groupMask()", group, local("hash"))
                .beginControlFlow("for (long $1L = 1; $1L <= groupMask() + 1; $1L++)", step)
                .addStatement("long $L = memory.loadI64($L * $T.BYTE_SIZE)", control, group, Library.MAP_GROUP)
                .beginControlFlow(
                        "for (long $1L = $2T.matches($3L, $4L); $1L != 0; $1L &= $1L - 1)",
                        matches,
                        Library.MAP_GROUP,
                        control,
                        local("hash"))
                .addStatement(
                        "long $L = $L * $T.SLOTS + $T.first($L)",
                        index,
                        group,
                        Library.MAP_GROUP,
                        Library.MAP_GROUP,
                        matches)
                .addStatement("long byteOffset = entriesOffset() + $L * $T.BYTE_SIZE", index, names.view())
                .beginControlFlow("if ($L)", equalities.collect(CodeBlock.joining("$W&& ")))
                .addStatement("return $L", index)
                .endControlFlow()
                .endControlFlow()
                .beginControlFlow("if (!$T.isPassed($L))", Library.MAP_GROUP, control)
                .addStatement("return -1")
                .endControlFlow()
                .addStatement("$1L = ($1L + $2L) & groupMask()", group, step)
                .endControlFlow()
                .addStatement("return -1");
    }

    /** A local variable beside those of the key. */
    private String local(String name) {
        return names.variableBesides(name);
    }
}
