package dev.ashlar.processor;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** A type whose values a codec stores as a number, with the value that each number stands for. */
enum CodedType {
    INSTANT("java.time.Instant", Instant.class, CStruct.Storage.I64),
    DATE("java.time.LocalDate", LocalDate.class, CStruct.Storage.I32),
    DATE_TIME("java.time.LocalDateTime", LocalDateTime.class, CStruct.Storage.I64),
    DURATION("java.time.Duration", Duration.class, CStruct.Storage.I64),
    DECIMAL("@Scale(3) java.math.BigDecimal", BigDecimal.class, CStruct.Storage.I64),
    /** Of a user's codec, narrowed. */
    HEX("@StoredBy(Hex.class) @Stored(StorageType.U16) String", String.class, CStruct.Storage.U16),
    /** Of a user's codec, narrowed further. */
    NARROW_HEX("@StoredBy(Hex.class) @Stored(StorageType.U8) String", String.class, CStruct.Storage.U8);

    /** The user's codec. */
    static final String CODEC = """
            public class Hex {
                public static int encode(String text) { return Integer.parseInt(text, 16); }
                public static String decode(int number) { return Integer.toHexString(number); }
            }
            """;

    private final String java;
    private final Class<?> type;
    private final CStruct.Storage storage;

    CodedType(String java, Class<?> type, CStruct.Storage storage) {
        this.java = java;
        this.type = type;
        this.storage = storage;
    }

    private static Instant instant(long nanos) {
        return Instant.EPOCH.plusNanos(nanos);
    }

    /** The type with its annotations. */
    String java() {
        return java;
    }

    Class<?> type() {
        return type;
    }

    CStruct.Storage storage() {
        return storage;
    }

    Object value(long stored) {
        return switch (this) {
            case INSTANT -> instant(stored);
            case DATE -> LocalDate.ofEpochDay(stored);
            case DATE_TIME -> LocalDateTime.ofInstant(instant(stored), ZoneOffset.UTC);
            case DURATION -> Duration.ofNanos(stored);
            case DECIMAL -> new BigDecimal(stored).movePointLeft(3).setScale(3);
            case HEX, NARROW_HEX -> Long.toHexString(stored);
        };
    }
}
