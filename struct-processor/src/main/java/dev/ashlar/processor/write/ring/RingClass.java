package dev.ashlar.processor.write.ring;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.names.GeneratedNames;
import dev.ashlar.processor.write.view.CursorClass;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/**
 * The ring of a struct: a ring of any struct, with cursors of this one. It is a class of its own so that moving a cursor is a
 * few stores that the JIT knows.
 */
public final class RingClass {
    private static final String NO_CAPACITY = "@throws $T if {@code capacity} is not positive\n";

    private final StructModel struct;
    private final GeneratedNames names;

    private RingClass(StructModel struct, GeneratedNames names) {
        this.struct = struct;
        this.names = names;
    }

    // /** A bounded queue of Tick in memory. */
    // public final class TickRing extends StructRing<Tick, TickView> {
    public static TypeSpec of(StructModel struct, GeneratedNames names) {
        return new RingClass(struct, names).build();
    }

    private TypeSpec build() {
        return Library.classFor(struct, names.ring())
                .addJavadoc(
                        "A bounded queue of {@link $T} in memory, from producers to one consumer.\n\n", names.struct())
                .addJavadoc("@see $T\n", names.view())
                .superclass(ParameterizedTypeName.get(Library.STRUCT_RING, names.struct(), names.view()))
                .addMethod(constructor(Library.ALLOCATOR, "allocator"))
                .addMethod(constructor(Library.MEMORY, "memory"))
                .addMethod(openingConstructor())
                .addMethod(allocated("create", "one producer", false))
                .addMethod(allocated("createShared", "many producers", true))
                .addMethod(over("create", "one producer", false))
                .addMethod(over("createShared", "many producers", true))
                .addMethod(open())
                .addMethod(byteSize())
                .addMethod(cursor())
                .addMethod(claim())
                .addMethod(settle("publish", "Lets the consumer have the struct that a cursor has claimed.\n\n"))
                .addMethod(settle("cancel", "Gives up what a cursor has claimed: the consumer passes over it.\n\n"))
                .addMethod(poll())
                .addMethod(writeAt())
                .addMethod(readAt())
                .build();
    }

    // private TickRing(Allocator allocator, long capacity, boolean isShared) {
    //     super(allocator, TickView.type(), capacity, isShared);
    private MethodSpec constructor(TypeName type, String where) {
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(type, where)
                .addParameter(TypeName.LONG, "capacity")
                .addParameter(TypeName.BOOLEAN, "isShared")
                .addStatement("super($L, $T.type(), capacity, isShared)", where, names.view())
                .build();
    }

    // private TickRing(Memory memory) {
    //     super(memory, TickView.type());
    private MethodSpec openingConstructor() {
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(Library.MEMORY, "memory")
                .addStatement("super(memory, $T.type())", names.view())
                .build();
    }

    // public static TickRing create(Allocator allocator, long capacity) {
    //     return new TickRing(allocator, capacity, false);
    private MethodSpec allocated(String name, String producers, boolean isShared) {
        return factory(name)
                .addJavadoc(
                        "Allocates an empty ring for $L, with room for at least {@code capacity} structs.\n\n",
                        producers)
                .addJavadoc(NO_CAPACITY, IllegalArgumentException.class)
                .addParameter(Library.ALLOCATOR, "allocator")
                .addParameter(TypeName.LONG, "capacity")
                .addStatement("return new $T(allocator, capacity, $L)", names.ring(), isShared)
                .build();
    }

    // public static TickRing create(Memory memory, long capacity) {
    //     return new TickRing(memory, capacity, false);
    private MethodSpec over(String name, String producers, boolean isShared) {
        return factory(name)
                .addJavadoc(
                        "Makes an empty ring for $L at the start of a handle, whatever lies there, with room for at least {@code\ncapacity} structs: {@link #byteSize} bytes.\n\n",
                        producers)
                .addJavadoc(NO_CAPACITY, IllegalArgumentException.class)
                .addJavadoc("@throws $T if it does not fit into the handle\n", IndexOutOfBoundsException.class)
                .addParameter(Library.MEMORY, "memory")
                .addParameter(TypeName.LONG, "capacity")
                .addStatement("return new $T(memory, capacity, $L)", names.ring(), isShared)
                .build();
    }

    // public static TickRing open(Memory memory) {
    //     return new TickRing(memory);
    private MethodSpec open() {
        return factory("open")
                .addJavadoc(
                        "Opens the ring that lies at the start of a handle. Each process, and each thread, may have its own object.\n\n")
                .addJavadoc(
                        "@throws $T if no ring lies there, or one of another struct or layout\n",
                        IllegalStateException.class)
                .addParameter(Library.MEMORY, "memory")
                .addStatement("return new $T(memory)", names.ring())
                .build();
    }

    // public static long byteSize(long capacity) {
    //     return byteSize(TickView.type(), capacity);
    private MethodSpec byteSize() {
        return MethodSpec.methodBuilder("byteSize")
                .addJavadoc("Returns the size in bytes of a ring with room for at least {@code capacity} structs.\n\n")
                .addJavadoc(NO_CAPACITY, IllegalArgumentException.class)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(TypeName.LONG)
                .addParameter(TypeName.LONG, "capacity")
                .addStatement("return byteSize($T.type(), capacity)", names.view())
                .build();
    }

    // public TickView.Cursor cursor() {
    //     return new TickView.Cursor(memory(), 0, 0);
    private MethodSpec cursor() {
        return MethodSpec.methodBuilder("cursor")
                .addJavadoc(
                        "Returns a cursor at no struct, for {@link #claim} or {@link #poll}: one for each thread.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(names.cursor())
                .addStatement("return new $T(memory(), 0, 0)", names.cursor())
                .build();
    }

    // long position = claim();
    // if (position < 0) { return false; }
    // cursor.moveTo(memory(), structOffset(position), position); return true;
    private MethodSpec claim() {
        return move("claim", "claim")
                .addJavadoc(
                        "Moves a cursor to the next free struct, to be filled and {@linkplain #publish published}; leaves it\nwhere it is and returns false if the ring is full. For producers.\n")
                .addStatement("return true")
                .build();
    }

    // long position = next();
    // if (position < 0) { return false; }
    // cursor.moveTo(memory(), structOffset(position), position); hold(position); return true;
    private MethodSpec poll() {
        return move("poll", "next")
                .addJavadoc(
                        "Releases the struct that was polled last, and moves a cursor to the next one; leaves it where it is and\nreturns false if there is none. For the consumer.\n")
                .addStatement("hold(position)")
                .addStatement("return true")
                .build();
    }

    private MethodSpec.Builder move(String name, String position) {
        return method(name)
                .returns(TypeName.BOOLEAN)
                .addStatement("$T.requireNonNull(cursor, $S)", Objects.class, "cursor")
                .addStatement("long position = $L()", position)
                .beginControlFlow("if (position < 0)")
                .addStatement("return false")
                .endControlFlow()
                .addStatement("cursor.$L(memory(), structOffset(position), position)", CursorClass.moveTo(names));
    }

    // publish(cursor.memory(), cursor.index());
    private MethodSpec settle(String name, String summary) {
        return method(name)
                .addJavadoc(summary)
                .addJavadoc("@throws $T if it has claimed none\n", IllegalStateException.class)
                .addStatement("$L(cursor.memory(), cursor.$L())", name, CursorClass.index(names))
                .build();
    }

    private MethodSpec.Builder method(String name) {
        return MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC).addParameter(names.cursor(), "cursor");
    }

    // protected void writeAt(Memory memory, long byteOffset, Tick value) {
    //     TickView.write(memory, byteOffset, value);
    private MethodSpec writeAt() {
        return Library.hook("writeAt", TypeName.VOID)
                .addParameter(Library.MEMORY, "memory")
                .addParameter(TypeName.LONG, "byteOffset")
                .addParameter(names.struct(), "value")
                .addStatement("$T.write(memory, byteOffset, value)", names.view())
                .build();
    }

    // protected Tick readAt(Memory memory, long byteOffset) {
    //     return TickView.read(memory, byteOffset);
    private MethodSpec readAt() {
        return Library.hook("readAt", names.struct())
                .addParameter(Library.MEMORY, "memory")
                .addParameter(TypeName.LONG, "byteOffset")
                .addStatement("return $T.read(memory, byteOffset)", names.view())
                .build();
    }

    private MethodSpec.Builder factory(String name) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(names.ring());
    }
}
