package dev.ashlar.processor.model;

import dev.ashlar.struct.StorageType;

/** The eight primitive types of Java and how each is stored unless the user says otherwise. */
public enum JavaPrimitive {
    BYTE("byte", StorageType.I8),
    SHORT("short", StorageType.I16),
    INT("int", StorageType.I32),
    LONG("long", StorageType.I64),
    FLOAT("float", StorageType.F32),
    DOUBLE("double", StorageType.F64),
    BOOLEAN("boolean", StorageType.U8),
    CHAR("char", StorageType.U16);

    private final String keyword;
    private final StorageType storageType;

    JavaPrimitive(String keyword, StorageType storageType) {
        this.keyword = keyword;
        this.storageType = storageType;
    }

    /** The keyword of Java. */
    public String keyword() {
        return keyword;
    }

    /** The simple name of the class whose objects hold one value. */
    String boxName() {
        return switch (this) {
            case INT -> "Integer";
            case CHAR -> "Character";
            default -> Character.toUpperCase(keyword.charAt(0)) + keyword.substring(1);
        };
    }

    public StorageType storageType() {
        return storageType;
    }
}
