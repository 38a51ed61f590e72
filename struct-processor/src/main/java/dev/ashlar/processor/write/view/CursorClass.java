package dev.ashlar.processor.write.view;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.model.ComponentModel;
import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.model.PropertyName;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.names.GeneratedNames;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * The cursor of a struct, nested in its view: one view that moves, for loops in which the JIT would not remove a view for each
 * struct (decision 0014). It moves over arrays if its structs are of one size, and along logs if they have a tail.
 */
public final class CursorClass {
    private final GeneratedNames names;

    /** The names of the methods that follow references, each of which is given once. */
    private final Set<String> follows = new HashSet<>();

    private CursorClass(GeneratedNames names) {
        this.names = names;
    }

    /** Adds the cursor to its view, which is sealed and has no other subclass. */
    public static void addTo(TypeSpec.Builder view, GeneratedNames names) {
        view.addType(new CursorClass(names).build());
    }

    // public static final class Cursor extends PersonView {
    //     private final Memory source;
    private TypeSpec build() {
        TypeSpec.Builder type = TypeSpec.classBuilder(names.cursor())
                .addJavadoc(
                        "A {@link $T} that moves, for loops that allocate nothing, whatever the JIT does.\n\n",
                        names.view())
                .addJavadoc("<p>Every reference to it sees it move; {@link #$L()} returns a view that stays.\n", keep())
                .addModifiers(Modifier.STATIC, Modifier.FINAL)
                .superclass(names.view())
                .addField(Library.MEMORY, "source", Modifier.PRIVATE, Modifier.FINAL);
        if (names.model().hasTail()) {
            LogCursor.addTo(type, names);
        } else {
            ArrayCursor.addTo(type, names);
        }
        type.addMethod(view());
        if (names.model().isPublic()) {
            // Where the view is not, javac would give a public cursor a bridge for each accessor, which the JIT inlines
            // twice.
            type.addModifiers(Modifier.PUBLIC);
        }
        names.model().components().stream()
                .filter(this::isOwnReference)
                .forEach(component -> type.addMethod(follow(component)));
        return type.build();
    }

    /** The method by which a map or ring moves a cursor to a struct. */
    public static String moveTo(GeneratedNames names) {
        return ArrayCursor.moveTo(names);
    }

    /** The method that returns the index of the struct that a cursor is at. */
    public static String index(GeneratedNames names) {
        return ArrayCursor.index(names);
    }

    // public PersonView view() {
    //     return new PersonView(memory(), byteOffset());
    private MethodSpec view() {
        return MethodSpec.methodBuilder(keep())
                .addJavadoc("Returns a view of the struct, which does not move with the cursor.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(names.view())
                .addStatement("return new $T(memory(), byteOffset())", names.view())
                .build();
    }

    // long address = nextAddress();
    // if (address == 0) { return false; }
    // Memory whole = RefTarget.follow("p.Node#next", memory(), address, BYTE_SIZE, BYTE_ALIGNMENT); ...
    private MethodSpec follow(ComponentModel component) {
        String name = names.unused("follow" + PropertyName.capitalized(component.name()));
        while (!follows.add(name)) {
            name = names.unused(name + "_");
        }
        return MethodSpec.methodBuilder(name)
                .addJavadoc(
                        "Moves to the struct that {@code $L} refers to; stays where it is and returns false if there is none. $L\n\n",
                        component.name(),
                        names.model().hasTail()
                                ? "It\nadvances from where it was in the log."
                                : "The\nindex is left as it is.")
                .addJavadoc("@throws $T if the address leads out of the memory\n", IndexOutOfBoundsException.class)
                .addJavadoc(
                        "@throws $T if the address is not aligned, or the struct is in memory that has no addresses\n",
                        IllegalStateException.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.BOOLEAN)
                .addStatement("long address = $L()", names.getter(component, "Address"))
                .beginControlFlow("if (address == 0)")
                .addStatement("return false")
                .endControlFlow()
                .addStatement(
                        "$T whole = $T.follow($S, memory(), address, BYTE_SIZE, BYTE_ALIGNMENT)",
                        Library.MEMORY,
                        Library.REF_TARGET,
                        names.inMessages(component))
                .addComment("Not stored where it is the same, so that the JIT sees that it stays the same.")
                .beginControlFlow("if (super.memory != whole)")
                .addStatement("super.memory = whole")
                .endControlFlow()
                .addStatement("super.$L = address ^ $T.MIN_VALUE", ViewFields.OFFSET, Long.class)
                .addStatement("return true")
                .build();
    }

    private boolean isOwnReference(ComponentModel component) {
        return component.storedType() instanceof ComponentType.Reference reference
                && reference.target().equals(names.model().name());
    }

    private String keep() {
        return names.unused("view");
    }
}
