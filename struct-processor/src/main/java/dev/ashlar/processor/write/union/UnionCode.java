package dev.ashlar.processor.write.union;

import com.palantir.javapoet.CodeBlock;
import dev.ashlar.processor.layout.StructLayout;
import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.model.UnionModel;
import dev.ashlar.processor.write.component.NestedCode;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.library.NumberAccess;
import dev.ashlar.processor.write.names.GeneratedNames;
import dev.ashlar.processor.write.names.Placement;
import java.util.List;
import java.util.function.Function;

/** The parts that all code about a union shares: its variants, and the loads and stores of their numbers. */
record UnionCode(
        UnionModel union, long valueByteSize, NumberAccess access, Placement placement, List<Variant> variants) {
    /** One variant: the classes of its struct, its name, its constant and its number. */
    record Variant(NestedCode nested, String name, String constant, long number) {
        /** The constant of the number: {@code TAG_CIRCLE}. */
        String numberConstant() {
            return "TAG_" + constant;
        }

        // new CircleView(memory, byteOffset() + OFFSET_VALUE)
        // CircleView.at(memory, byteOffset() + OFFSET_VALUE)
        CodeBlock view(Placement placement) {
            return nested.viewAt(placement.at("OFFSET_VALUE"));
        }
    }

    static UnionCode of(UnionModel union, StructLayout layout, GeneratedNames names) {
        Placement placement = Placement.inView(names.model().settings().order());
        ComponentType.Tag tag =
                (ComponentType.Tag) layout.components().getFirst().type();
        return new UnionCode(
                union,
                layout.components().getLast().byteSize(),
                new NumberAccess(tag.storageType(), placement.order()),
                placement,
                union.variants().stream()
                        .map(variant -> new Variant(
                                NestedCode.of(variant.struct().name(), names),
                                variant.name(),
                                variant.constant(),
                                variant.number()))
                        .toList());
    }

    /** Returns whether some variant holds references. */
    boolean holdsReferences() {
        return union.variants().stream().anyMatch(variant -> variant.struct().holdsReferences());
    }

    /** A variant as a member of its union, for messages. */
    // p.Shape#Circle
    String inMessages(Variant variant) {
        return union.name().canonicalName() + "#" + variant.name();
    }

    /** An expression for the exception about the variable {@code number}, which is that of no variant. */
    // UnionTag.unknown("p.Shape", number)
    CodeBlock unknown() {
        return CodeBlock.of(
                "$T.unknown($S, number)", Library.UNION_TAG, union.name().canonicalName());
    }

    /** Statements that make the union hold the variant with a number; all other bytes are zero, padding included. */
    // memory.fill(byteOffset(), 0, BYTE_SIZE);
    // memory.storeI32(byteOffset() + OFFSET_TAG, TAG_CIRCLE);
    CodeBlock empty(CodeBlock number, Placement placement) {
        return CodeBlock.builder()
                .addStatement("memory.fill($L, 0, BYTE_SIZE)", placement.start())
                .addStatement(access.store(placement.at("OFFSET_TAG"), number))
                .build();
    }

    // case TAG_CIRCLE -> asCircle().hashCode();
    // case TAG_RECT -> asRect().hashCode();
    CodeBlock cases(Function<Variant, CodeBlock> result) {
        CodeBlock.Builder cases = CodeBlock.builder();
        for (Variant variant : variants) {
            cases.add("case $L -> $L;\n", variant.numberConstant(), result.apply(variant));
        }
        return cases.build();
    }
}
