package dev.ashlar.processor.write.list;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.ashlar.processor.write.library.Library;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * What sorting and filtering a list do with one element: methods that the list inherits, written again. In code of its own
 * the JIT sees which functions this list is given, and removes the views that they are passed.
 */
final class ListHooks {
    private ListHooks() {}

    static List<MethodSpec> of(ClassName view) {
        return List.of(
                ofElement("longAt", TypeName.LONG, view, ToLongFunction.class, "key", "applyAsLong"),
                ofElement("doubleAt", TypeName.DOUBLE, view, ToDoubleFunction.class, "key", "applyAsDouble"),
                compareAt(view),
                ofElement("testAt", TypeName.BOOLEAN, view, Predicate.class, "filter", "test"));
    }

    // protected long longAt(Memory memory, long index, ToLongFunction<? super PersonView> key) {
    //     return key.applyAsLong(viewAt(memory, index));
    private static MethodSpec ofElement(
            String name, TypeName returned, ClassName view, Class<?> function, String parameter, String application) {
        return Library.hook(name, returned)
                .addParameter(Library.MEMORY, "memory")
                .addParameter(TypeName.LONG, "index")
                .addParameter(ofSuper(function, view), parameter)
                .addStatement("return $L.$L(viewAt(memory, index))", parameter, application)
                .build();
    }

    // protected int compareAt(Memory memory, long first, long second, Comparator<? super PersonView> order) {
    //     return order.compare(viewAt(memory, first), viewAt(memory, second));
    private static MethodSpec compareAt(ClassName view) {
        return Library.hook("compareAt", TypeName.INT)
                .addParameter(Library.MEMORY, "memory")
                .addParameter(TypeName.LONG, "first")
                .addParameter(TypeName.LONG, "second")
                .addParameter(ofSuper(Comparator.class, view), "order")
                .addStatement("return order.compare(viewAt(memory, first), viewAt(memory, second))")
                .build();
    }

    private static TypeName ofSuper(Class<?> type, ClassName view) {
        return ParameterizedTypeName.get(ClassName.get(type), WildcardTypeName.supertypeOf(view));
    }
}
