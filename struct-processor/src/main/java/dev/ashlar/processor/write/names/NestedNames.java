package dev.ashlar.processor.write.names;

import dev.ashlar.processor.model.EnumModel;
import dev.ashlar.processor.model.OffsetConstant;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.processor.model.StructName;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The names of the classes inside a view. None is that of a type which the view speaks of: in the unnamed package that
 * type could not be named any more.
 */
final class NestedNames {
    private final Set<String> taken = new HashSet<>();
    private final Map<StructName, String> names = new LinkedHashMap<>();
    private final Map<String, EnumModel> enums = new LinkedHashMap<>();
    private final String description;
    private final String checked;
    private final String cursor;
    private final String tag;
    private final String tagNumbers;
    private final String row;

    /**
     * @param others what the class speaks of besides the struct and the types of its components
     */
    NestedNames(StructModel struct, Collection<StructName> others) {
        take(struct.name());
        others.forEach(this::take);
        struct.components().forEach(component -> component.mentions().forEach(mention -> take(mention.name())));
        description = unused("Description");
        checked = unused("Checked");
        cursor = unused("Cursor");
        tag = unused("Tag");
        row = unused("Row");
        tagNumbers = struct.union().isPresent() ? unused(tag + "Numbers") : "";
        struct.components()
                .forEach(component -> component.storedType().enumeration().ifPresent(this::nameTable));
    }

    String description() {
        return description;
    }

    String checked() {
        return checked;
    }

    String cursor() {
        return cursor;
    }

    String tag() {
        return tag;
    }

    String tagNumbers() {
        return tagNumbers;
    }

    String row() {
        return row;
    }

    String numbers(EnumModel model) {
        return names.getOrDefault(model.name(), "");
    }

    /** All names that mean a class where the view stands, and the packages that they may have to be written with. */
    Set<String> all() {
        return taken;
    }

    Map<String, EnumModel> enums() {
        return enums;
    }

    private void nameTable(EnumModel model) {
        if (!names.containsKey(model.name())) {
            String name = unused(
                    "NUMBERS_OF_" + OffsetConstant.upperSnake(model.name().simpleName()));
            names.put(model.name(), name);
            enums.put(name, model);
        }
    }

    private void take(StructName name) {
        taken.add(name.packageName().replaceFirst("\\..*", ""));
        taken.add(name.home().replaceFirst("\\..*", ""));
        taken.add(name.simpleNames().getFirst());
        taken.add(name.viewName());
        taken.add(name.arrayName());
    }

    private String unused(String name) {
        String unused = name;
        while (!taken.add(unused)) {
            unused += "_";
        }
        return unused;
    }
}
