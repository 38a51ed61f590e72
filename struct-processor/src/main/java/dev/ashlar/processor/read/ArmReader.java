package dev.ashlar.processor.read;

import dev.ashlar.processor.model.AbsenceModel;
import dev.ashlar.processor.model.Message;
import dev.ashlar.struct.Absent;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Reads what a component of a union without a tag must be: its record may hold it or {@code null}. */
final class ArmReader {
    private final Types types;
    private final Findings findings;

    ArmReader(Types types, Findings findings) {
        this.types = types;
        this.findings = findings;
    }

    /**
     * Returns whether a component can be an arm; reports it if not.
     *
     * @param form how its record shows that it is absent, if the type or an annotation says so
     */
    boolean isPossible(ComponentDeclaration component, AbsenceModel.@Nullable Form form, ComponentSettings settings) {
        TypeMirror type = component.type();
        if (settings.has(Absent.class)) {
            findings.wrong(settings.site(), Message.ARM_ABSENT, settings.name());
            return false;
        }
        if (type.getKind().isPrimitive()) {
            String box = types.boxedClass(types.getPrimitiveType(type.getKind()))
                    .getSimpleName()
                    .toString();
            refuse(component, settings, component.isKotlin() ? settings.describe(type) + "?" : box);
            return false;
        }
        if (form == AbsenceModel.Form.OPTIONAL) {
            String name = TypeDescription.qualifiedName(type);
            String value = name.substring(name.indexOf("Optional") + "Optional".length());
            refuse(component, settings, value.equals("Int") ? "Integer" : value);
            return false;
        }
        if (component.isKotlin() && form == null) {
            refuse(component, settings, settings.describe(type) + "?");
            return false;
        }
        return true;
    }

    private void refuse(ComponentDeclaration component, ComponentSettings settings, String instead) {
        findings.wrong(
                settings.site(), Message.ARM_TYPE, settings.name(), settings.describe(component.type()), instead);
    }
}
