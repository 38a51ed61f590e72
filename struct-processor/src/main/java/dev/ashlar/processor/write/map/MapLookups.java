package dev.ashlar.processor.write.map;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.write.component.KeyCode;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.names.GeneratedNames;
import dev.ashlar.processor.write.view.CursorClass;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** The methods that act on the entry that a search has found, by each form of a key that it can search by. */
final class MapLookups {
    private final KeyCode key;
    private final GeneratedNames names;

    private MapLookups(KeyCode key, GeneratedNames names) {
        this.key = key;
        this.names = names;
    }

    static void addTo(TypeSpec.Builder map, KeyCode key, GeneratedNames names) {
        MapLookups lookups = new MapLookups(key, names);
        lookups.addReads(map, key.parameters(), key.arguments());
        map.addMethod(lookups.getOrAdd());
        map.addMethod(lookups.findOrAdd());
        map.addMethod(lookups.add());
        map.addMethod(lookups.remove());
        key.asBytes().ifPresent(bytes -> lookups.addForeign(map));
    }

    private void addForeign(TypeSpec.Builder map) {
        ParameterSpec bytes =
                ParameterSpec.builder(MemorySegment.class, "bytes").build();
        List<ParameterSpec> range = List.of(
                ParameterSpec.builder(Library.MEMORY, "memory").build(),
                ParameterSpec.builder(TypeName.LONG, "byteOffset").build(),
                ParameterSpec.builder(TypeName.LONG, "byteSize").build());
        // A codec may store segments as bytes: then a segment is a value, and not the bytes of a key.
        boolean isSegment = key.parameters().getFirst().type().equals(bytes.type());
        if (!isSegment) {
            map.addMethod(foreign(List.of(bytes), "The bytes of the key are those of a segment, wherever it lies.")
                    .addStatement("return indexOfBytes(bytes, 0, bytes.byteSize())")
                    .build());
            addReads(map, List.of(bytes), CodeBlock.of("bytes"));
        }
        map.addMethod(foreign(range, "The bytes of the key are some of a handle, which may be of another memory.")
                .addStatement("long index = indexOfBytes(memory.readable(byteOffset, byteSize), byteOffset, byteSize)")
                .addStatement("$T.reachabilityFence(memory)", Reference.class)
                .addStatement("return index")
                .build());
        addReads(map, range, CodeBlock.of("memory, byteOffset, byteSize"));
    }

    private MethodSpec.Builder foreign(List<ParameterSpec> parameters, String javadoc) {
        return MethodSpec.methodBuilder("indexOf")
                .addJavadoc(
                        "As {@link #indexOf($L)}. $L Fewer bytes than the key has are followed by\nzeros if it is a string, and otherwise no key.\n",
                        types(key.parameters()),
                        javadoc)
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.LONG)
                .addParameters(parameters);
    }

    /** The methods that only read. */
    private void addReads(TypeSpec.Builder map, List<ParameterSpec> parameters, CodeBlock arguments) {
        map.addMethod(get(parameters, arguments))
                .addMethod(contains(parameters, arguments))
                .addMethod(find(parameters, arguments));
    }

    // public @Nullable AccountView get(long id) {
    //     long index = indexOf(id);
    //     return index < 0 ? null : viewAt(memory(), index);
    private MethodSpec get(List<ParameterSpec> parameters, CodeBlock arguments) {
        String index = local("index");
        return MethodSpec.methodBuilder("get")
                .addJavadoc("Returns the view of the entry with a key, or {@code null} if there is none.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(names.view().annotated(Library.NULLABLE))
                .addParameters(parameters)
                .addStatement("long $L = indexOf($L)", index, arguments)
                .addStatement("return $1L < 0 ? null : viewAt(memory(), $1L)", index)
                .build();
    }

    // public boolean contains(long id) {
    //     return indexOf(id) >= 0;
    private MethodSpec contains(List<ParameterSpec> parameters, CodeBlock arguments) {
        return MethodSpec.methodBuilder("contains")
                .addJavadoc("Returns whether there is an entry with a key.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.BOOLEAN)
                .addParameters(parameters)
                .addStatement("return indexOf($L) >= 0", arguments)
                .build();
    }

    // public boolean find(long id, AccountView.Cursor cursor) {
    //     long index = indexOf(id);
    //     if (index < 0) { return false; }
    //     moveTo(index, cursor); return true;
    private MethodSpec find(List<ParameterSpec> parameters, CodeBlock arguments) {
        String index = local("index");
        String cursor = local("cursor");
        return MethodSpec.methodBuilder("find")
                .addJavadoc(
                        "Moves a cursor to the entry with a key; leaves it where it is and returns false if there is none.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.BOOLEAN)
                .addParameters(parameters)
                .addParameter(names.cursor(), cursor)
                .addStatement("long $L = indexOf($L)", index, arguments)
                .beginControlFlow("if ($L < 0)", index)
                .addStatement("return false")
                .endControlFlow()
                .addStatement("moveTo($L, $L)", index, cursor)
                .addStatement("return true")
                .build();
    }

    // public AccountView getOrAdd(long id) {
    //     long index = indexOf(id);
    //     return viewAt(memory(), index < 0 ? add(id) : index);
    private MethodSpec getOrAdd() {
        String index = local("index");
        String found = local("found");
        return MethodSpec.methodBuilder("getOrAdd")
                .addJavadoc(
                        "Returns the view of the entry with a key. If there is none, adds one whose bytes are zero but for its\nkey.\n\n")
                .addJavadoc(thrown())
                .addModifiers(Modifier.PUBLIC)
                .returns(names.view())
                .addParameters(key.parameters())
                .addStatement("long $L = indexOf($L)", found, key.arguments())
                .addStatement("long $1L = $2L < 0 ? add($3L) : $2L", index, found, key.arguments())
                .addStatement("return viewAt(memory(), $L)", index)
                .build();
    }

    // public boolean findOrAdd(long id, AccountView.Cursor cursor) {
    //     long index = indexOf(id);
    //     moveTo(index < 0 ? add(id) : index, cursor); return index >= 0;
    private MethodSpec findOrAdd() {
        String index = local("index");
        String cursor = local("cursor");
        return MethodSpec.methodBuilder("findOrAdd")
                .addJavadoc(
                        "Moves a cursor to the entry with a key. If there is none, adds one as {@code getOrAdd} does.\n\n")
                .addJavadoc("@return whether it was there\n")
                .addJavadoc(thrown())
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.BOOLEAN)
                .addParameters(key.parameters())
                .addParameter(names.cursor(), cursor)
                .addStatement("$T.requireNonNull($L, $S)", Objects.class, cursor, "cursor")
                .addStatement("long $L = indexOf($L)", index, key.arguments())
                .addStatement("moveTo($1L < 0 ? add($2L) : $1L, $3L)", index, key.arguments(), cursor)
                .addStatement("return $L >= 0", index)
                .build();
    }

    private static CodeBlock thrown() {
        return CodeBlock.builder()
                .add(
                        "@throws $T if the key does not fit its storage type; the map is\n    unchanged then\n",
                        IllegalArgumentException.class)
                .add("@throws $T if there is no room; the map is unchanged then\n", Library.OUT_OF_LINEAR_MEMORY)
                .build();
    }

    // staged.moveTo(memory(), stage(), -1);
    // int staging = stagings(); staged.id(id); requireStaged(staging);
    // return addStaged();
    private MethodSpec add() {
        String staging = local("staging");
        String staged = "this." + MapClass.STAGED;
        MethodSpec.Builder method = MethodSpec.methodBuilder("add")
                .addModifiers(Modifier.PRIVATE)
                .returns(TypeName.LONG)
                .addParameters(key.parameters())
                .addStatement("$L.$L(memory(), stage(), -1)", staged, CursorClass.moveTo(names))
                .addStatement("int $L = stagings()", staging);
        for (int index = 0; index < key.parameters().size(); index++) {
            method.addStatement(key.store(index, staged));
        }
        return method.addStatement("requireStaged($L)", staging)
                .addStatement("return addStaged()")
                .build();
    }

    // public boolean remove(long id) {
    //     long index = indexOf(id);
    //     if (index < 0) { return false; }
    //     removeAt(index); return true;
    private MethodSpec remove() {
        String index = local("index");
        return MethodSpec.methodBuilder("remove")
                .addJavadoc("Removes the entry with a key.\n\n@return whether there was one\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.BOOLEAN)
                .addParameters(key.parameters())
                .addStatement("long $L = indexOf($L)", index, key.arguments())
                .beginControlFlow("if ($L < 0)", index)
                .addStatement("return false")
                .endControlFlow()
                .addStatement("removeFound($L)", index)
                .addStatement("return true")
                .build();
    }

    private static CodeBlock types(List<ParameterSpec> parameters) {
        return parameters.stream()
                .map(parameter -> CodeBlock.of("$T", parameter.type()))
                .collect(CodeBlock.joining(", "));
    }

    private String local(String name) {
        return names.variableBesides(name);
    }
}
