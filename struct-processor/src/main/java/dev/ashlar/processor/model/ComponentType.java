package dev.ashlar.processor.model;

import dev.ashlar.struct.StorageType;

/** What a component holds and how. */
public sealed interface ComponentType {
    /** As one would write it in Java. */
    String typeName();

    /** How each value of it is stored. */
    StorageType storageType();

    /** All of its bytes. */
    long byteSize();

    /** In bytes, a power of two. */
    long byteAlignment();

    /** One primitive value. */
    record Primitive(JavaPrimitive primitive) implements ComponentType {
        @Override
        public String typeName() {
            return primitive.keyword();
        }

        @Override
        public StorageType storageType() {
            return primitive.storageType();
        }

        @Override
        public long byteSize() {
            return storageType().byteSize();
        }

        @Override
        public long byteAlignment() {
            return storageType().byteAlignment();
        }
    }

    /** A string in a field of {@code length} bytes. */
    record FixedText(int length) implements ComponentType {
        @Override
        public String typeName() {
            return "String";
        }

        @Override
        public StorageType storageType() {
            return StorageType.U8;
        }

        @Override
        public long byteSize() {
            return length;
        }

        @Override
        public long byteAlignment() {
            return storageType().byteAlignment();
        }
    }
}
