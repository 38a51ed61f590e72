package dev.ashlar.processor.write.component;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.layout.PlacedComponent;
import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.write.names.GeneratedNames;
import dev.ashlar.processor.write.names.Placement;
import java.util.List;
import java.util.Optional;

/** A component that is one value, stored by a codec: the code about what is stored, with the codec in front of it. */
final class ConvertedComponent extends ComponentCode {
    private final ComponentCode stored;
    private final CodecCode codec;

    ConvertedComponent(
            PlacedComponent placed, ComponentCode stored, CodecCode codec, GeneratedNames names, Placement placement) {
        super(placed, names, placement);
        this.stored = stored;
        this.codec = codec;
    }

    @Override
    public List<ComponentCode> forms() {
        return List.of(this, stored);
    }

    @Override
    public List<MethodSpec> helpers() {
        return List.of(codec.encodeMethod(), codec.decodeMethod());
    }

    // public Instant created() { return createdDecoded(memory.loadI64(byteOffset() + OFFSET_CREATED)); }
    // public OrderView created(Instant created) {
    //     memory.storeI64(byteOffset() + OFFSET_CREATED, createdEncoded("p.Order#created", created)); return this; }
    @Override
    public void addAccessors(TypeSpec.Builder view) {
        view.addMethod(getter(codec.value())
                .addJavadoc(
                        "@throws $T if {@link $T} makes no value of what is stored\n",
                        IllegalStateException.class,
                        codec.name())
                .addStatement("return $L", load())
                .build());
        if (!(placed.type() instanceof ComponentType.TextTail)) {
            view.addMethod(setter());
        }
    }

    private MethodSpec setter() {
        CodeBlock checked = check(name(), CodeBlock.of("$L", names.variable(component())));
        MethodSpec.Builder setter = setter(codec.value())
                .addJavadoc("@throws $T if {@link $T} refuses it", IllegalArgumentException.class, codec.name())
                .addJavadoc(stored.refuses() ? ", or what it makes of it does not fit\n" : "\n");
        CodeBlock variable = CodeBlock.of("$L", names.variableBesides("checked"));
        if (stored.requireIn(variable).isPresent()) {
            setter.addStatement("$T $L = $L", checkedType(), variable, checked)
                    .addStatement(stored.requireIn(variable).get())
                    .addStatement(store(variable));
        } else {
            setter.addStatement(store(checked));
        }
        return setter.addStatement("return this").build();
    }

    @Override
    CodeBlock load() {
        return codec.decoded(stored.load());
    }

    @Override
    public CodeBlock readFrom(CodeBlock segment) {
        return codec.decoded(stored.readFrom(segment));
    }

    @Override
    public Optional<TailLength> tail() {
        return stored.tail();
    }

    @Override
    public boolean canFill() {
        return stored.tail().isEmpty();
    }

    @Override
    public boolean isOneAccess() {
        return stored.isOneAccess();
    }

    @Override
    public TypeName recordType() {
        return codec.value();
    }

    @Override
    public TypeName checkedType() {
        return stored.checkedType();
    }

    // createdEncoded("p.Order#created", value.created())
    // StoredInteger.u32("p.Order#price", priceEncoded("p.Order#price", value.price()))
    @Override
    public CodeBlock check(CodeBlock path, CodeBlock value) {
        return stored.check(path, codec.encoded(path, value));
    }

    @Override
    public Optional<CodeBlock> requireIn(CodeBlock checked) {
        return stored.requireIn(checked);
    }

    @Override
    public CodeBlock store(CodeBlock checked) {
        return stored.store(checked);
    }

    @Override
    public CodeBlock storeTo(CodeBlock segment, CodeBlock checked) {
        return stored.storeTo(segment, checked);
    }

    @Override
    CodeBlock zero() {
        return stored.zero();
    }

    @Override
    public List<CodeBlock> storeNew(CodeBlock checked) {
        return stored.storeNew(checked);
    }

    @Override
    public CodeBlock equal(Stored mine, Stored theirs) {
        return stored.equal(mine, theirs);
    }

    @Override
    public CodeBlock hash(Stored of) {
        return stored.hash(of);
    }
}
