package dev.ashlar.processor.read;

import dev.ashlar.struct.codec.DurationNanos;
import dev.ashlar.struct.codec.Inet4Bytes;
import dev.ashlar.struct.codec.Inet6Bytes;
import dev.ashlar.struct.codec.InstantNanos;
import dev.ashlar.struct.codec.LocalDateDays;
import dev.ashlar.struct.codec.LocalDateTimeNanos;
import dev.ashlar.struct.codec.LocalTimeNanos;
import dev.ashlar.struct.codec.ScaledDecimal;
import dev.ashlar.struct.codec.UuidBytes;
import java.math.BigDecimal;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** The codecs of the library, for types of the JDK that need no {@code @StoredBy}. */
final class StandardCodecs {
    private static final Map<String, Class<?>> BY_TYPE = Map.of(
            Instant.class.getName(), InstantNanos.class,
            LocalDate.class.getName(), LocalDateDays.class,
            LocalTime.class.getName(), LocalTimeNanos.class,
            LocalDateTime.class.getName(), LocalDateTimeNanos.class,
            Duration.class.getName(), DurationNanos.class,
            UUID.class.getName(), UuidBytes.class,
            BigDecimal.class.getName(), ScaledDecimal.class,
            Inet4Address.class.getName(), Inet4Bytes.class,
            Inet6Address.class.getName(), Inet6Bytes.class);

    private StandardCodecs() {}

    /** The codec of a type; empty where there is none, or the library of the compilation is older. */
    static Optional<TypeElement> find(TypeMirror type, Elements elements) {
        return Optional.ofNullable(BY_TYPE.get(TypeDescription.qualifiedName(type)))
                .map(codec -> elements.getTypeElement(codec.getName()));
    }
}
