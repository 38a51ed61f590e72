package dev.ashlar.processor.write.component;

import com.palantir.javapoet.CodeBlock;
import dev.ashlar.processor.write.library.Library;
import java.util.function.BiFunction;

/**
 * One value in the key of a map: the expressions that hash it and compare it. What is stored lies in {@code memory} at {@code
 * byteOffset}, and what it is compared with in a variable, or in {@code source} at {@code sourceOffset}.
 */
public sealed interface KeyPart {
    /** An expression for the hash of the variable, after that of what comes before. */
    // MapHash.with(seed(), multiplier(), id)
    // KeyText.hash(hash, multiplier(), name, 16)
    CodeBlock hash(CodeBlock soFar);

    /** An expression for the hash of what is stored. */
    // MapHash.with(seed(), multiplier(), memory.loadI64(byteOffset + AccountView.OFFSET_ID))
    // KeyBytes.hash(hash, multiplier(), memory, byteOffset + AccountView.OFFSET_NAME, 16)
    CodeBlock hashStored(CodeBlock soFar);

    /** An expression: whether what is stored is equal to the variable. */
    // memory.loadI64(byteOffset + AccountView.OFFSET_ID) == id
    // KeyText.equal(memory, byteOffset + AccountView.OFFSET_NAME, 16, name)
    CodeBlock equal();

    /** An expression: whether what is stored in two places is equal. */
    // memory.loadI64(byteOffset + AccountView.OFFSET_ID) == source.loadI64(sourceOffset + AccountView.OFFSET_ID)
    CodeBlock equalStored();

    /**
     * A number.
     *
     * @param stored an expression for the number that lies in a handle at an offset
     */
    record WholeNumber(String variable, CodeBlock offset, BiFunction<CodeBlock, CodeBlock, CodeBlock> stored)
            implements KeyPart {
        @Override
        public CodeBlock hash(CodeBlock soFar) {
            return CodeBlock.of("$T.with($L, multiplier(), $L)", Library.MAP_HASH, soFar, variable);
        }

        @Override
        public CodeBlock hashStored(CodeBlock soFar) {
            return CodeBlock.of(
                    "$T.with($L, multiplier(),$W$L)", Library.MAP_HASH, soFar, load("memory", "byteOffset"));
        }

        @Override
        public CodeBlock equal() {
            return CodeBlock.of("$L == $L", load("memory", "byteOffset"), variable);
        }

        @Override
        public CodeBlock equalStored() {
            return CodeBlock.of("$L$W== $L", load("memory", "byteOffset"), load("source", "sourceOffset"));
        }

        private CodeBlock load(String memory, String start) {
            return stored.apply(CodeBlock.of(memory), CodeBlock.of("$L + $L", start, offset));
        }
    }

    /**
     * Bytes of fixed length.
     *
     * @param isText whether the variable is a string, and not a {@code byte[]}
     * @param length an expression for their number
     */
    record Bytes(String variable, boolean isText, CodeBlock offset, CodeBlock length) implements KeyPart {
        @Override
        public CodeBlock hash(CodeBlock soFar) {
            return CodeBlock.of(
                    "$T.hash($L, multiplier(), $L,$W$L)",
                    isText ? Library.KEY_TEXT : Library.KEY_BYTES,
                    soFar,
                    variable,
                    length);
        }

        @Override
        public CodeBlock hashStored(CodeBlock soFar) {
            return CodeBlock.of(
                    "$T.hash($L, multiplier(), memory,$W$L,$W$L)", Library.KEY_BYTES, soFar, place(), length);
        }

        @Override
        public CodeBlock equal() {
            return CodeBlock.of(
                    "$T.equal(memory, $L,$W$L, $L)",
                    isText ? Library.KEY_TEXT : Library.KEY_BYTES,
                    place(),
                    length,
                    variable);
        }

        @Override
        public CodeBlock equalStored() {
            return CodeBlock.of(
                    "$T.equal(memory, $L,$W$L,$Wsource, sourceOffset + $L)",
                    Library.KEY_BYTES,
                    place(),
                    length,
                    offset);
        }

        /** An expression for the hash of bytes in a segment. */
        // KeyBytes.hash(seed(), multiplier(), bytes, from, byteSize, 16)
        public CodeBlock hashOfSegment() {
            return CodeBlock.of("$T.hash(seed(), multiplier(), bytes, from, byteSize,$W$L)", Library.KEY_BYTES, length);
        }

        /** An expression: whether what is stored is equal to bytes in a segment. */
        // KeyBytes.equal(memory, byteOffset + AccountView.OFFSET_NAME, 16, bytes, from, byteSize)
        public CodeBlock equalsSegment() {
            return CodeBlock.of(
                    "$T.equal(memory, $L,$W$L,$Wbytes, from, byteSize)", Library.KEY_BYTES, place(), length);
        }

        private CodeBlock place() {
            return CodeBlock.of("byteOffset + $L", offset);
        }
    }
}
