package dev.ashlar.processor.write.component;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.layout.PlacedComponent;
import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.model.JavaPrimitive;
import dev.ashlar.processor.write.library.ElementIterator;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.names.GeneratedNames;
import dev.ashlar.processor.write.names.Placement;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** A component that is the address of another struct: its accessors as a view, as a {@code Ref} and as a number. */
final class ReferenceComponent extends ComponentCode {
    private final NestedCode target;
    private final ScalarCode address;
    private final ClassName view;
    private final TypeName ref;

    ReferenceComponent(
            PlacedComponent placed, ComponentType.Reference reference, GeneratedNames names, Placement placement) {
        super(placed, names, placement);
        this.target = NestedCode.of(reference.target(), names);
        this.address = new ScalarCode(
                new ComponentType.Primitive(JavaPrimitive.LONG, reference.storageType()), names, placement);
        this.view = target.view();
        this.ref = ParameterizedTypeName.get(Library.REF, target.struct());
    }

    @Override
    public void addAccessors(TypeSpec.Builder type) {
        String variable = names.variable(component());
        type.addMethod(follow());
        if (isOwn()) {
            type.addMethod(chain());
        }
        type.addMethod(setter(view.annotated(Library.NULLABLE))
                .addJavadoc("Refers to the struct of a view, or to nothing if it is {@code null}.\n\n")
                .addJavadoc(refusal("the view is in another memory or is not aligned"))
                .addJavadoc("@throws $T if the memory of the view is freed or closed\n", IllegalStateException.class)
                .addStatement(
                        "return $L($T.address($L, memory, $L, $L))",
                        names.setter(component(), "Address"),
                        Library.REF_TARGET,
                        name(),
                        variable,
                        isOwn() ? CodeBlock.of("BYTE_ALIGNMENT") : CodeBlock.of("$T.LINK.byteAlignment()", view))
                .build());
        type.addMethod(method(accessor("Ref"), ref)
                .addStatement("return $T.read(memory, $L())", Library.REF_TARGET, accessor("Address"))
                .build());
        CodeBlock given = CodeBlock.of("$L", variable);
        type.addMethod(method(names.setter(component(), "Ref"), names.view())
                .addJavadoc(refusal("it is a reference of another memory"
                        + (address.refuses() ? ", or does not fit in " + address.storageType() : "")))
                .addParameter(ref, variable)
                .addStatement(check(name(), given))
                .addStatement(refuseForeign(given))
                .addStatement(store(given))
                .addStatement("return this")
                .build());
        type.addMethod(method(accessor("Address"), TypeName.LONG)
                .addStatement("return $L", address.load(name(), place()))
                .build());
        type.addMethod(method(names.setter(component(), "Address"), names.view())
                .addJavadoc(
                        address.refuses()
                                ? refusal("it does not fit in " + address.storageType())
                                : CodeBlock.of("Stores the address, which is checked when it is followed.\n"))
                .addParameter(TypeName.LONG, variable)
                .addStatement(address.store(place(), address.check(name(), CodeBlock.of("$L", variable))))
                .addStatement("return this")
                .build());
    }

    /** Another struct may be compiled elsewhere, so its size and alignment are asked for and not copied. */
    // public @Nullable NodeView next() { long address = nextAddress(); return address == 0 ? null
    //     : new NodeView(RefTarget.follow("p.Node#next", memory, address, BYTE_SIZE, BYTE_ALIGNMENT), address);
    //     : new BookView(RefTarget.follow("p.Node#book", memory, address, BookView.LINK), address);
    private MethodSpec follow() {
        String address = names.variableBesides("address");
        CodeBlock memory = CodeBlock.of(
                "$T.follow($L, memory, $L, $L)",
                Library.REF_TARGET,
                name(),
                address,
                isOwn() ? CodeBlock.of("BYTE_SIZE, BYTE_ALIGNMENT") : CodeBlock.of("$T.LINK", view));
        return getter(view.annotated(Library.NULLABLE))
                .addJavadoc("Returns the struct referred to, or {@code null}.\n\n")
                .addJavadoc("@throws $T if the address leads out of the memory\n", IndexOutOfBoundsException.class)
                .addJavadoc(
                        "@throws $T if the address is not aligned, or the struct is in memory that has no addresses\n",
                        IllegalStateException.class)
                .addStatement("long $L = $L()", address, accessor("Address"))
                .addStatement(
                        "return $1L == 0$W? null$W: $2L", address, target.viewAt(memory, CodeBlock.of("$L", address)))
                .build();
    }

    // public StructChain<NodeView> nextChain() {
    //     return new StructChain<>("p.Node#next", memory, byteOffset(), BYTE_SIZE, BYTE_ALIGNMENT) { … };
    private MethodSpec chain() {
        TypeName chain = ParameterizedTypeName.get(Library.STRUCT_CHAIN, view);
        TypeSpec body = TypeSpec.anonymousClassBuilder("$L, memory, byteOffset(), BYTE_SIZE, BYTE_ALIGNMENT", name())
                .superclass(chain)
                .addMethod(ElementIterator.method(view, links()))
                .build();
        return method(accessor("Chain"), chain)
                .addJavadoc(
                        "Returns this struct, the one that {@code $L} refers to, and so on up to the last.\n",
                        component().name())
                .addStatement("return $L", body)
                .build();
    }

    // new Links() {
    //     protected NodeView view(Memory memory, long address) { return new NodeView(memory, address); }
    //     protected long addressAfter(NodeView view) { return view.nextAddress(); }
    private TypeSpec links() {
        return TypeSpec.anonymousClassBuilder("")
                .superclass(ClassName.get("", "Links"))
                .addMethod(Library.hook("view", view)
                        .addParameter(Library.MEMORY, "memory")
                        .addParameter(TypeName.LONG, "address")
                        .addStatement("return $L", target.viewAt(CodeBlock.of("memory"), CodeBlock.of("address")))
                        .build())
                .addMethod(Library.hook("addressAfter", TypeName.LONG)
                        .addParameter(view, "view")
                        .addStatement("return view.$L()", accessor("Address"))
                        .build())
                .build();
    }

    @Override
    public CodeBlock read() {
        return CodeBlock.of("$L()", accessor("Ref"));
    }

    // segment.set(LittleEndian.I64, byteOffset + OFFSET_NEXT, next.address())
    // segment.set(LittleEndian.I32, byteOffset + OFFSET_NEXT, (int) next.address())
    @Override
    public CodeBlock storeTo(CodeBlock segment, CodeBlock checked) {
        return address.storeTo(segment, place(), addressOf(checked));
    }

    // RefTarget.read(memory, segment.get(LittleEndian.I64, byteOffset + OFFSET_NEXT))
    // RefTarget.read(memory, segment.get(LittleEndian.I32, byteOffset + OFFSET_NEXT) & 0xFFFF_FFFFL)
    @Override
    public CodeBlock readFrom(CodeBlock segment) {
        return CodeBlock.of("$T.read(memory,$W$L)", Library.REF_TARGET, address.loadFrom(name(), segment, place()));
    }

    @Override
    public TypeName recordType() {
        return ref;
    }

    @Override
    public TypeName checkedType() {
        return ref;
    }

    // ComponentValue.require("p.Node#next", value.next())
    // RefTarget.requireU32("p.Node#next", ComponentValue.require("p.Node#next", value.next()))
    @Override
    public CodeBlock check(CodeBlock path, CodeBlock value) {
        CodeBlock present = CodeBlock.of("$T.require($L,$W$L)", Library.COMPONENT_VALUE, path, value);
        return address.refuses() ? CodeBlock.of("$T.requireU32($L,$W$L)", Library.REF_TARGET, path, present) : present;
    }

    @Override
    public Optional<CodeBlock> requireIn(CodeBlock checked) {
        return Optional.of(refuseForeign(checked));
    }

    // RefTarget.requireIn("p.Node#next", memory, next)
    // RefTarget.requireIn("p.Tree#left", memory, left)
    private CodeBlock refuseForeign(CodeBlock reference) {
        return CodeBlock.of("$T.requireIn($L, memory, $L)", Library.REF_TARGET, name(), reference);
    }

    // memory.storeI64(byteOffset() + OFFSET_NEXT, next.address())
    // memory.storeI32(byteOffset() + OFFSET_NEXT, (int) next.address())
    @Override
    public CodeBlock store(CodeBlock checked) {
        return address.store(place(), addressOf(checked));
    }

    private CodeBlock addressOf(CodeBlock checked) {
        return CodeBlock.of(address.refuses() ? "(int) $L.address()" : "$L.address()", checked);
    }

    // segment.get(LittleEndian.I64, byteOffset + OFFSET_NEXT) == thatSegment.get(LittleEndian.I64, thatOffset +
    // OFFSET_NEXT)
    // segment.get(LittleEndian.I32, byteOffset + OFFSET_NEXT) == thatSegment.get(LittleEndian.I32, thatOffset +
    // OFFSET_NEXT)
    @Override
    public CodeBlock equal(Stored mine, Stored theirs) {
        return address.equal(mine.segment(), mine.place(component()), theirs.segment(), theirs.place(component()));
    }

    @Override
    public CodeBlock hash(Stored stored) {
        return address.hash(name(), stored.segment(), stored.place(component()));
    }

    @Override
    public CodeBlock text() {
        return read();
    }

    /** Returns whether it leads to its own kind of struct. */
    private boolean isOwn() {
        return view.equals(names.view());
    }

    private String accessor(String suffix) {
        return names.getter(component(), suffix);
    }

    private static MethodSpec.Builder method(String name, TypeName returned) {
        return MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC).returns(returned);
    }
}
