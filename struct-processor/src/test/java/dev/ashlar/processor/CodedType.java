package dev.ashlar.processor;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.function.LongFunction;

/** A type whose values a codec stores as a number, with the value that each number stands for. */
enum CodedType {
    INSTANT("java.time.Instant", Instant.class, CStruct.Storage.I64, CodedType::instant),
    DATE("java.time.LocalDate", LocalDate.class, CStruct.Storage.I32, LocalDate::ofEpochDay),
    DATE_TIME(
            "java.time.LocalDateTime",
            LocalDateTime.class,
            CStruct.Storage.I64,
            nanos -> LocalDateTime.ofInstant(instant(nanos), ZoneOffset.UTC)),
    DURATION("java.time.Duration", Duration.class, CStruct.Storage.I64, Duration::ofNanos),
    DECIMAL(
            "@Scale(3) java.math.BigDecimal",
            BigDecimal.class,
            CStruct.Storage.I64,
            unscaled -> new BigDecimal(unscaled).scaleByPowerOfTen(-3).setScale(3)),
    /** Of a user's codec, narrowed. */
    HEX("@StoredBy(Hex.class) @Stored(StorageType.U16) String", String.class, CStruct.Storage.U16, Long::toHexString),
    /** Of a user's codec, narrowed further. */
    NARROW_HEX(
            "@StoredBy(Hex.class) @Stored(StorageType.U8) String", String.class, CStruct.Storage.U8, Long::toHexString);

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
    private final LongFunction<Object> value;

    CodedType(String java, Class<?> type, CStruct.Storage storage, LongFunction<Object> value) {
        this.java = java;
        this.type = type;
        this.storage = storage;
        this.value = value;
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
        return value.apply(stored);
    }
}
