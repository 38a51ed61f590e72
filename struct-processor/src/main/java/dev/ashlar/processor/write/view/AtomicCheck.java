package dev.ashlar.processor.write.view;

import com.palantir.javapoet.CodeBlock;
import dev.ashlar.processor.layout.StructLayout;
import dev.ashlar.processor.write.component.ComponentCode;

/** The check of {@code at} that the address of a struct with atomic components is aligned. */
public final class AtomicCheck {
    private AtomicCheck() {}

    // memory.checkAtomic(byteOffset, 8);
    // memory.checkAtomic(byteOffset, 4);
    public static CodeBlock check(StructLayout layout) {
        return isAsked(layout)
                ? CodeBlock.builder()
                        .addStatement("memory.checkAtomic(byteOffset, $L)", layout.atomicAlignment())
                        .build()
                : CodeBlock.of("");
    }

    public static CodeBlock javadoc(StructLayout layout) {
        return isAsked(layout)
                ? ComponentCode.refusal("the memory does not guarantee an address there that is a multiple of "
                        + layout.atomicAlignment())
                : CodeBlock.of("");
    }

    private static boolean isAsked(StructLayout layout) {
        return layout.atomicAlignment() > 1;
    }
}
