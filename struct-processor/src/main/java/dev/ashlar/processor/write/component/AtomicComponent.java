package dev.ashlar.processor.write.component;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.layout.PlacedComponent;
import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.write.names.GeneratedNames;
import dev.ashlar.processor.write.names.Names;
import dev.ashlar.processor.write.names.Placement;
import dev.ashlar.struct.StorageType;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.Modifier;

/** A component that is a number with atomic accessors besides the plain ones. */
final class AtomicComponent extends ScalarComponent {
    private final StorageType storageType;
    private final TypeName type;

    AtomicComponent(PlacedComponent placed, ComponentType.Atomic atomic, GeneratedNames names, Placement placement) {
        super(placed, atomic.value(), names, placement);
        this.storageType = atomic.value().storageType();
        this.type = Names.primitive(atomic.value().primitive());
    }

    @Override
    public void addAccessors(TypeSpec.Builder view) {
        super.addAccessors(view);
        view.addMethod(load("Volatile"));
        view.addMethod(store("Volatile"));
        view.addMethod(load("Acquire"));
        view.addMethod(store("Release"));
        view.addMethod(combine(
                "CompareAndSet",
                TypeName.BOOLEAN,
                "Stores {@code value} if {@code expected} stands there; returns whether it did. Volatile semantics.",
                "expected",
                "value"));
        view.addMethod(combine(
                "CompareAndExchange",
                type,
                "Stores {@code value} if {@code expected} stands there; returns what stood there. Volatile semantics.",
                "expected",
                "value"));
        view.addMethod(combine("GetAndSet", type, "Stores {@code value} and returns what stood there.", "value"));
        view.addMethod(
                combine("GetAndAdd", type, "Adds {@code delta}, wrapping, and returns what stood there.", "delta"));
        for (String operation : List.of("And", "Or", "Xor")) {
            view.addMethod(combine(
                    "GetAndBitwise" + operation,
                    type,
                    "Combines with {@code mask} by bitwise " + operation.toUpperCase(Locale.ROOT)
                            + " and returns what stood there.",
                    "mask"));
        }
    }

    // public int countAcquire() {
    //     return memory.loadI32Acquire(byteOffset() + OFFSET_COUNT);
    private MethodSpec load(String semantics) {
        return method(semantics, type)
                .addJavadoc("Loads with $L semantics.\n", semantics.toLowerCase(Locale.ROOT))
                .addStatement("return memory.load$L$L($L)", storageType, semantics, place())
                .build();
    }

    // public CounterView countRelease(int count) {
    //     memory.storeI32Release(byteOffset() + OFFSET_COUNT, count); return this;
    private MethodSpec store(String semantics) {
        String variable = names.variable(component());
        return method(semantics, names.view())
                .addJavadoc("Stores with $L semantics.\n", semantics.toLowerCase(Locale.ROOT))
                .addParameter(type, variable)
                .addStatement("memory.store$L$L($L, $L)", storageType, semantics, place(), variable)
                .addStatement("return this")
                .build();
    }

    // public boolean countCompareAndSet(int expected, int value) {
    //     return memory.compareAndSetI32(byteOffset() + OFFSET_COUNT, expected, value);
    private MethodSpec combine(String operation, TypeName returned, String javadoc, String... parameters) {
        MethodSpec.Builder method = method(operation, returned).addJavadoc("$L\n", javadoc);
        for (String parameter : parameters) {
            method.addParameter(type, parameter);
        }
        String call = Character.toLowerCase(operation.charAt(0)) + operation.substring(1) + storageType;
        return method.addStatement(
                        "return memory.$L($L, $L)", call, place(), CodeBlock.of("$L", String.join(", ", parameters)))
                .build();
    }

    private MethodSpec.Builder method(String suffix, TypeName returned) {
        return MethodSpec.methodBuilder(names.accessor(component(), suffix))
                .addModifiers(Modifier.PUBLIC)
                .returns(returned);
    }
}
