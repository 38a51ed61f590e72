package dev.ashlar.processor;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** A processor under a compiler that does not tell from which file a type comes, nor finds one. */
final class WithoutFiles extends AbstractProcessor {
    private final Processor processor;

    WithoutFiles(Processor processor) {
        this.processor = processor;
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        Elements elements = proxy(Elements.class, "getFileObjectOf", environment.getElementUtils(), null);
        Filer filer = proxy(Filer.class, "getResource", environment.getFiler(), null);
        processor.init(proxy(
                ProcessingEnvironment.class,
                "getFiler",
                proxy(ProcessingEnvironment.class, "getElementUtils", environment, elements),
                filer));
    }

    /** A {@code target} of which one method answers otherwise, or throws where {@code answer} is null. */
    private static <T> T proxy(Class<T> type, String name, T target, @Nullable Object answer) {
        return type.cast(Proxy.newProxyInstance(
                WithoutFiles.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (!method.getName().equals(name)) {
                        try {
                            return method.invoke(target, arguments);
                        } catch (InvocationTargetException failure) {
                            throw failure.getCause();
                        }
                    }
                    if (answer == null) {
                        throw new UnsupportedOperationException(name);
                    }
                    return answer;
                }));
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return processor.getSupportedAnnotationTypes();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return processor.getSupportedSourceVersion();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        processor.process(annotations, round);
        return false;
    }
}
