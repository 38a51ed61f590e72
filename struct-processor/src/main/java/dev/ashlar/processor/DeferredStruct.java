package dev.ashlar.processor;

import java.util.Optional;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** A struct that waits for the next round, by name: elements do not live across rounds. */
record DeferredStruct(String module, String name) {
    static DeferredStruct of(TypeElement struct, Elements elements) {
        return new DeferredStruct(
                elements.getModuleOf(struct).getQualifiedName().toString(),
                struct.getQualifiedName().toString());
    }

    Optional<TypeElement> find(Elements elements) {
        ModuleElement owner = elements.getModuleElement(module);
        return Optional.ofNullable(
                owner == null ? elements.getTypeElement(name) : elements.getTypeElement(owner, name));
    }
}
