package dev.ashlar.errors;

import dev.ashlar.memory.Memory;
import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.StructComponent;
import dev.ashlar.struct.StructLink;
import dev.ashlar.struct.StructType;
import dev.ashlar.struct.StructView;
import dev.ashlar.struct.support.CheckedStruct;

/** What the processor would generate for {@link Pair}, as far as it is needed here. */
record PairView(Memory memory, long byteOffset) implements StructView<Pair> {
    static final StructType<Pair, PairView> TYPE = new Description();

    long first() {
        return memory.loadI64(byteOffset);
    }

    @Override
    public Pair read() {
        return new Pair(memory.loadI64(byteOffset), memory.loadI64(byteOffset + 8));
    }

    @Override
    public void write(Pair value) {
        memory.storeI64(byteOffset, value.first());
        memory.storeI64(byteOffset + 8, value.second());
    }

    @Override
    public void free() {
        memory.free();
    }

    @Override
    public StructType<Pair, PairView> structType() {
        return TYPE;
    }

    private static final class Description extends StructType<Pair, PairView> {
        Description() {
            super(
                    StructLink.of("dev.ashlar.errors.Pair", 16, 8, 0),
                    StructComponent.value("first", "long", StorageType.I64, 0),
                    StructComponent.value("second", "long", StorageType.I64, 8));
        }

        @Override
        public PairView at(Memory memory, long byteOffset) {
            return new PairView(memory, byteOffset);
        }

        @Override
        public CheckedStruct check(Object component, Pair value) {
            return (memory, byteOffset) -> new PairView(memory, byteOffset).write(value);
        }
    }
}
