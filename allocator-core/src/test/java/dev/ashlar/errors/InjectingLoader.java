package dev.ashlar.errors;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Loads the library anew, with a call of {@link InjectedErrors#step} before each of its calls and each object it makes. */
final class InjectingLoader extends ClassLoader {
    private static final String LIBRARY = "dev.ashlar.";
    private static final String SCENARIOS = "dev.ashlar.errors.";
    private static final ClassDesc STEPS = ClassDesc.of(SCENARIOS + "InjectedErrors");
    private static final MethodTypeDesc STEP = MethodTypeDesc.of(ConstantDescs.CD_void);

    /** The same for every loader, and most of the work. */
    private static final Map<String, byte[]> CHANGED = new ConcurrentHashMap<>();

    InjectingLoader() {
        super(InjectingLoader.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(LIBRARY)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            byte[] changed = CHANGED.get(name);
            if (changed == null) {
                byte[] bytes = bytesOf(name);
                changed = name.startsWith(SCENARIOS) ? bytes : withSteps(bytes);
                CHANGED.put(name, changed);
            }
            return defineClass(name, changed, 0, changed.length);
        }
    }

    private static byte[] bytesOf(String name) throws ClassNotFoundException {
        try (InputStream file = InjectingLoader.class.getResourceAsStream("/" + name.replace('.', '/') + ".class")) {
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            return file.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] withSteps(byte[] bytes) {
        ClassFile classFile =
                ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(
                        Objects.requireNonNull(InjectingLoader.class.getClassLoader()))));
        ClassModel model = classFile.parse(bytes);
        CodeTransform steps = (code, element) -> {
            switch (element) {
                case InvokeInstruction call
                when !call.name().equalsString(ConstantDescs.INIT_NAME) -> code.invokestatic(STEPS, "step", STEP);
                case InvokeDynamicInstruction _, NewObjectInstruction _ -> code.invokestatic(STEPS, "step", STEP);
                case NewPrimitiveArrayInstruction _, NewReferenceArrayInstruction _ ->
                    code.invokestatic(STEPS, "step", STEP);
                default -> {}
            }
            code.with(element);
        };
        return classFile.transformClass(
                model,
                ClassTransform.transformingMethodBodies(
                        method -> !method.methodName().equalsString(ConstantDescs.CLASS_INIT_NAME), steps));
    }
}
