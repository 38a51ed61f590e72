package dev.ashlar.processor.read;

import dev.ashlar.processor.model.Message;
import dev.ashlar.struct.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** The two methods of a codec: that there is one of each, that they can be called, and that their types match. */
final class CodecMethods {
    private static final String ENCODE = "encode";
    private static final String DECODE = "decode";

    /** Stands for the stored form in messages, where that is not known. */
    private static final String UNKNOWN = "S";

    private final TypeElement codec;
    private final TypeMirror value;
    private final ComponentSettings settings;
    private final Findings findings;
    private @Nullable TypeMirror stored;
    private boolean takesLength;

    /**
     * @param value the type of the values that the codec is to store
     */
    CodecMethods(TypeElement codec, TypeMirror value, ComponentSettings settings, Findings findings) {
        this.codec = codec;
        this.value = value;
        this.settings = settings;
        this.findings = findings;
    }

    /** The type of what is stored for a value, once the methods were checked. */
    @Nullable
    TypeMirror stored() {
        return stored;
    }

    /** Returns whether {@code encode} takes the length of the component in bytes, once the methods were checked. */
    boolean takesLength() {
        return takesLength;
    }

    /** Checks both methods; returns whether they can be used, with a finding or a gap if not. */
    boolean check() {
        ExecutableElement encode = only(ENCODE);
        ExecutableElement decode = only(DECODE);
        if (encode == null || decode == null || !areKnown(encode, decode)) {
            return false;
        }
        stored = encode.getReturnType();
        takesLength = isBytes(stored)
                && encode.getParameters().size() == 2
                && decode.getParameters().size() == 1;
        return (takesLength ? hasNoScale() : takesScaleAsTold(encode, decode))
                && matches(encode, value, stored)
                && matches(decode, stored, value)
                && throwsNothingChecked(encode)
                && throwsNothingChecked(decode);
    }

    private @Nullable ExecutableElement only(String name) {
        List<ExecutableElement> found = ElementFilter.methodsIn(codec.getEnclosedElements()).stream()
                .filter(method -> method.getSimpleName().contentEquals(name))
                .toList();
        String what = found.isEmpty()
                ? "no method " + name
                : found.size() > 1 ? found.size() + " methods " + name : problem(found.getFirst());
        if (!what.isEmpty()) {
            wrong(
                    Message.CODEC_METHOD,
                    what,
                    signature(name) + (KotlinClass.isKotlin(codec) ? ", with @JvmStatic" : ""));
            return null;
        }
        return found.getFirst();
    }

    /** The reason for which a method cannot be called; empty if it can. */
    private static String problem(ExecutableElement method) {
        Set<Modifier> modifiers = method.getModifiers();
        List<String> missing = new ArrayList<>();
        Stream.of(Modifier.PUBLIC, Modifier.STATIC)
                .filter(modifier -> !modifiers.contains(modifier))
                .forEach(modifier -> missing.add("not " + modifier));
        String name = method.getSimpleName().toString();
        if (!missing.isEmpty()) {
            return "a method " + name + " that is " + String.join(" and ", missing);
        }
        int parameters = method.getParameters().size();
        if (parameters < 1 || parameters > 2) {
            return "a method " + name + " with " + parameters + " parameters";
        }
        return method.getTypeParameters().isEmpty() ? "" : "a generic method " + name;
    }

    /** What another processor may still write is a gap. */
    private boolean areKnown(ExecutableElement... methods) {
        for (ExecutableElement method : methods) {
            List<TypeMirror> mentioned = new ArrayList<>(List.of(method.getReturnType()));
            method.getParameters().stream().map(VariableElement::asType).forEach(mentioned::add);
            for (TypeMirror type : mentioned) {
                if (type.getKind() == TypeKind.ERROR) {
                    findings.gap(settings.site(), Message.UNRESOLVED_TYPE, settings.name(), type);
                    return false;
                }
            }
        }
        return true;
    }

    private boolean takesScaleAsTold(ExecutableElement encode, ExecutableElement decode) {
        if (takesScale(encode) != takesScale(decode)) {
            ExecutableElement without = takesScale(encode) ? decode : encode;
            wrong(
                    Message.CODEC_TYPES,
                    "method " + without.getSimpleName() + " takes no scale, while the other method does",
                    signature(without.getSimpleName().toString(), true));
            return false;
        }
        if (takesScale(encode) && !settings.has(Scale.class)) {
            findings.wrong(
                    settings.site(),
                    Message.SCALE_MISSING,
                    settings.name(),
                    settings.describe(settings.type()),
                    codec.getQualifiedName());
            return false;
        }
        return takesScale(encode) || hasNoScale();
    }

    private boolean hasNoScale() {
        if (settings.has(Scale.class)) {
            findings.wrong(
                    settings.site(), Message.SCALE_MISPLACED, settings.name(), settings.describe(settings.type()));
            return false;
        }
        return true;
    }

    private static boolean isBytes(TypeMirror type) {
        return type instanceof ArrayType array && array.getComponentType().getKind() == TypeKind.BYTE;
    }

    private static boolean takesScale(ExecutableElement method) {
        return method.getParameters().size() == 2;
    }

    private boolean matches(ExecutableElement method, TypeMirror taken, TypeMirror returned) {
        String name = method.getSimpleName().toString();
        List<String> parameters = method.getParameters().stream()
                .map(parameter -> TypeDescription.of(parameter.asType()))
                .toList();
        String result = TypeDescription.of(method.getReturnType());
        String what = null;
        if (method.getReturnType().getKind() == TypeKind.VOID) {
            what = "method " + name + " returns nothing";
        } else if (!parameters.getFirst().equals(TypeDescription.of(taken))) {
            what = "method " + name + " takes " + parameters.getFirst() + " and not " + TypeDescription.of(taken);
        } else if (parameters.size() == 2 && !parameters.getLast().equals("int")) {
            what = "method " + name + " takes " + parameters.getLast() + " and not int as its "
                    + (takesLength ? "length" : "scale");
        } else if (!result.equals(TypeDescription.of(returned))) {
            what = "method " + name + " returns " + result + " and not " + TypeDescription.of(returned);
        }
        if (what != null) {
            wrong(Message.CODEC_TYPES, what, signature(name));
        }
        return what == null;
    }

    private boolean throwsNothingChecked(ExecutableElement method) {
        String checked = method.getThrownTypes().stream()
                .filter(thrown -> !isUnchecked(thrown))
                .map(TypeDescription::of)
                .collect(Collectors.joining(", "));
        if (!checked.isEmpty()) {
            wrong(Message.CODEC_THROWS, method.getSimpleName(), checked);
        }
        return checked.isEmpty();
    }

    private boolean isUnchecked(TypeMirror thrown) {
        for (TypeMirror type = thrown; type instanceof DeclaredType declared; type = superclass(declared)) {
            String name = TypeDescription.qualifiedName(type);
            if (name.equals("java.lang.RuntimeException") || name.equals("java.lang.Error")) {
                return true;
            }
        }
        return false;
    }

    private static TypeMirror superclass(DeclaredType type) {
        return ((TypeElement) type.asElement()).getSuperclass();
    }

    // 'public static S encode(p.Money value)', S being what is stored
    // 'public static p.Money decode(long stored, int scale)'
    private String signature(String name) {
        return signature(name, settings.has(Scale.class));
    }

    private String signature(String name, boolean takesScale) {
        String of = TypeDescription.of(value);
        String form = stored == null || stored.getKind() == TypeKind.VOID ? UNKNOWN : TypeDescription.of(stored);
        String parameters = takesScale ? ", int scale)'" : ")'";
        String text = name.equals(ENCODE)
                ? "'public static " + form + " encode(" + of + " value" + parameters
                : "'public static " + of + " decode(" + form + " stored" + parameters;
        return form.equals(UNKNOWN) ? text + ", S being what is stored" : text;
    }

    private void wrong(Message message, Object... facts) {
        List<Object> all = new ArrayList<>(List.of(settings.name(), codec.getQualifiedName()));
        all.addAll(List.of(facts));
        findings.wrong(settings.site(), message, all.toArray());
    }
}
