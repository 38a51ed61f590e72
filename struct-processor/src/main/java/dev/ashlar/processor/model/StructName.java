package dev.ashlar.processor.model;

import java.util.List;

/**
 * The name of a struct or an enum.
 *
 * @param module the module that declares it; the empty string for the unnamed module
 * @param packageName the empty string for the unnamed package
 * @param simpleNames from the outermost type to the struct itself
 * @param home the package of the classes that are generated for it: its own, unless a {@code @StructsFor} names it
 */
public record StructName(String module, String packageName, List<String> simpleNames, String home) {
    public StructName {
        simpleNames = List.copyOf(simpleNames);
    }

    /** The name of the struct alone. */
    public String simpleName() {
        return simpleNames.getLast();
    }

    /** The name as one would write it in its package: {@code Outer.Person}. */
    public String nameInPackage() {
        return String.join(".", simpleNames);
    }

    /** The name as one would write it anywhere: {@code p.Outer.Person}. */
    public String canonicalName() {
        return qualified(packageName, nameInPackage());
    }

    /** The simple name of the view: {@code PersonView}, {@code Outer_PersonView}. */
    public String viewName() {
        return String.join("_", simpleNames) + "View";
    }

    /** The simple name of the array: {@code PersonArray}, {@code Outer_PersonArray}. */
    public String arrayName() {
        return String.join("_", simpleNames) + "Array";
    }

    /** The simple name of the list: {@code PersonList}, {@code Outer_PersonList}. */
    public String listName() {
        return String.join("_", simpleNames) + "List";
    }

    /** The simple name of the map: {@code PersonMap}, {@code Outer_PersonMap}. */
    public String mapName() {
        return String.join("_", simpleNames) + "Map";
    }

    /** The simple name of the ring: {@code PersonRing}, {@code Outer_PersonRing}. */
    public String ringName() {
        return String.join("_", simpleNames) + "Ring";
    }

    /** The simple name of the columns: {@code PersonColumns}, {@code Outer_PersonColumns}. */
    public String columnsName() {
        return String.join("_", simpleNames) + "Columns";
    }

    /** The qualified name of a class that is generated for the struct. */
    public String generated(String simpleName) {
        return qualified(home, simpleName);
    }

    /** A simple name with the package of the struct itself in front. */
    public String qualified(String simpleName) {
        return qualified(packageName, simpleName);
    }

    private static String qualified(String packageName, String simpleName) {
        return packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
    }
}
