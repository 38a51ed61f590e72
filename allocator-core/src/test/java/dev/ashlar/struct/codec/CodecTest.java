package dev.ashlar.struct.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodecTest {
    @ParameterizedTest
    @ValueSource(
            longs = {
                Long.MIN_VALUE,
                Long.MIN_VALUE + 1,
                -1_000_000_001,
                -1_000_000_000,
                -1,
                0,
                1,
                999_999_999,
                1_000_000_000,
                Long.MAX_VALUE - 1,
                Long.MAX_VALUE
            })
    void nanos_whenDecodedAndEncoded_areTheSame(long nanos) {
        assertThat(InstantNanos.encode(InstantNanos.decode(nanos))).isEqualTo(nanos);
        assertThat(LocalDateTimeNanos.encode(LocalDateTimeNanos.decode(nanos))).isEqualTo(nanos);
        assertThat(DurationNanos.encode(DurationNanos.decode(nanos))).isEqualTo(nanos);
        assertThat(InstantMillis.encode(InstantMillis.decode(nanos))).isEqualTo(nanos);
    }

    @Test
    void instant_countsNanosecondsSince1970() {
        assertThat(InstantNanos.encode(Instant.parse("1970-01-01T00:00:01.000000002Z")))
                .isEqualTo(1_000_000_002);
        assertThat(InstantNanos.encode(Instant.parse("1969-12-31T23:59:59.999999999Z")))
                .isEqualTo(-1);
        assertThat(InstantMillis.encode(Instant.parse("1969-12-31T23:59:59.999Z")))
                .isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1677-09-21T00:12:43.145224191Z",
                "2262-04-11T23:47:16.854775808Z",
                "1677-09-21T00:12:42Z",
                "2262-04-11T23:47:17Z",
                "-1000000000-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59.999999999Z"
            })
    void instant_whenBeyondALong_isRefused(String instant) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InstantNanos.encode(Instant.parse(instant)))
                .withMessage("a long of nanoseconds does not reach so far: min=1677-09-21T00:12:43.145224192Z"
                        + " max=2262-04-11T23:47:16.854775807Z");
    }

    @Test
    void limits_areThoseOfTheMessages() {
        assertThat(InstantNanos.decode(Long.MIN_VALUE)).hasToString("1677-09-21T00:12:43.145224192Z");
        assertThat(InstantNanos.decode(Long.MAX_VALUE)).hasToString("2262-04-11T23:47:16.854775807Z");
        assertThat(LocalDateTimeNanos.decode(Long.MIN_VALUE)).hasToString("1677-09-21T00:12:43.145224192");
        assertThat(DurationNanos.decode(Long.MIN_VALUE)).hasToString("PT-2562047H-47M-16.854775808S");
        assertThat(DurationNanos.decode(Long.MAX_VALUE)).hasToString("PT2562047H47M16.854775807S");
    }

    @Test
    void localDateTime_whenBeyondALong_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LocalDateTimeNanos.encode(LocalDateTime.MAX))
                .withMessage("a long of nanoseconds does not reach so far: min=1677-09-21T00:12:43.145224192"
                        + " max=2262-04-11T23:47:16.854775807");
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -9_223_372_037L, 9_223_372_037L, Long.MAX_VALUE})
    void duration_whenBeyondALong_isRefused(long seconds) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DurationNanos.encode(Duration.ofSeconds(seconds)))
                .withMessage("a long of nanoseconds does not reach so far: min=PT-2562047H-47M-16.854775808S"
                        + " max=PT2562047H47M16.854775807S");
    }

    @Test
    void instantMillis_neverRoundsOrWraps() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InstantMillis.encode(Instant.ofEpochSecond(1, 1)))
                .withMessage("between two milliseconds, use truncatedTo(ChronoUnit.MILLIS)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InstantMillis.encode(Instant.MAX))
                .withMessage("a long of milliseconds does not reach so far: min=-292275055-05-16T16:47:04.192Z"
                        + " max=+292278994-08-17T07:12:55.807Z");
    }

    @Test
    void localDate_countsDaysSince1970() {
        assertThat(LocalDateDays.encode(LocalDate.of(1970, 1, 2))).isEqualTo(1);
        for (int days : new int[] {Integer.MIN_VALUE, -1, 0, Integer.MAX_VALUE}) {
            assertThat(LocalDateDays.encode(LocalDateDays.decode(days))).isEqualTo(days);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LocalDateDays.encode(LocalDate.ofEpochDay(Integer.MAX_VALUE + 1L)))
                .withMessage("an int of days does not reach so far: min=-5877641-06-23 max=+5881580-07-11");
    }

    @Test
    void localTime_countsNanosecondsSinceMidnight() {
        assertThat(LocalTimeNanos.encode(LocalTime.MAX)).isEqualTo(86_399_999_999_999L);
        assertThat(LocalTimeNanos.decode(0)).isEqualTo(LocalTime.MIDNIGHT);
        assertThatThrownBy(() -> LocalTimeNanos.decode(-1)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> LocalTimeNanos.decode(86_400_000_000_000L)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void uuid_isInTheOrderOfItsText() {
        UUID id = UUID.fromString("f81d4fae-7dec-11d0-a765-00a0c91e6bf6");
        assertThat(HexFormat.of().formatHex(UuidBytes.encode(id))).isEqualTo("f81d4fae7dec11d0a76500a0c91e6bf6");
        Random random = new Random(1);
        for (int round = 0; round < 100; round++) {
            UUID other = new UUID(random.nextLong(), random.nextLong());
            assertThat(UuidBytes.decode(UuidBytes.encode(other))).isEqualTo(other);
        }
    }

    @Test
    void inet4_isInNetworkOrder() throws UnknownHostException {
        Inet4Address address = (Inet4Address) InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 1});
        assertThat(Inet4Bytes.encode(address)).containsExactly(192, 0, 2, 1);
        assertThat(Inet4Bytes.decode(Inet4Bytes.encode(address))).isEqualTo(address);
    }

    /** As many as an IPv6 address has, and an IPv4 address in IPv6. */
    @ParameterizedTest
    @ValueSource(strings = {"010203", "20010db8000000000000000000000001", "00000000000000000000ffffc0000201"})
    void inet4_whenTheLengthIsWrong_isRefused(String bytes) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Inet4Bytes.decode(HexFormat.of().parseHex(bytes)))
                .withMessage("an IPv4 address has 4 bytes: length=" + bytes.length() / 2);
    }

    @Test
    void inet6_whenItIsAnIpv4AddressInIpv6_staysAnInet6Address() {
        byte[] mapped = HexFormat.of().parseHex("00000000000000000000ffffc0000201");
        Inet6Address address = Inet6Bytes.decode(mapped);
        assertThat(address.getAddress()).isEqualTo(mapped);
        assertThat(Inet6Bytes.decode(Inet6Bytes.encode(address))).isEqualTo(address);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Inet6Bytes.decode(new byte[4]))
                .withMessage("an IPv6 address has 16 bytes: length=4");
    }

    @Test
    void inet6_whenItHasAScope_isRefused() throws UnknownHostException {
        byte[] local = HexFormat.of().parseHex("fe800000000000000000000000000001");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Inet6Bytes.encode(Inet6Address.getByAddress(null, local, 3)))
                .withMessage("16 bytes do not hold a scope, use an address without: scopeId=3");
    }
}
