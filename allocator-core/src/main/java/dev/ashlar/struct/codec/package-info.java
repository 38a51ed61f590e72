/**
 * The codecs for types of the JDK. A component of such a type is stored by its codec without an annotation, except by
 * {@link InstantMillis} and those for text, which take a {@link dev.ashlar.struct.StoredBy}.
 *
 * <table>
 *   <caption>What is stored</caption>
 *   <tr><th>type<th>stored as<th>codec<th>accessor of the stored form
 *   <tr><td>{@code Instant}<td>{@code long}, nanoseconds since 1970<td>{@link InstantNanos}<td>{@code createdNanos()}
 *   <tr><td>{@code Instant} with {@code @StoredBy(InstantMillis.class)}<td>{@code long}, milliseconds since 1970<td>{@link
 *   InstantMillis}<td>{@code createdMillis()}
 *   <tr><td>{@code LocalDate}<td>{@code int}, days since 1970<td>{@link LocalDateDays}<td>{@code bornDays()}
 *   <tr><td>{@code LocalTime}<td>{@code long}, nanoseconds since midnight<td>{@link LocalTimeNanos}<td>{@code opensNanos()}
 *   <tr><td>{@code LocalDateTime}<td>{@code long}, nanoseconds since 1970 without a time zone<td>{@link
 *   LocalDateTimeNanos}<td>{@code startNanos()}
 *   <tr><td>{@code Duration}<td>{@code long}, nanoseconds<td>{@link DurationNanos}<td>{@code timeoutNanos()}
 *   <tr><td>{@code UUID}<td>16 bytes, in the order of RFC 9562<td>{@link UuidBytes}<td>{@code idBytes(index)}
 *   <tr><td>{@code BigDecimal} with {@code @Scale(4)}<td>{@code long}, ten-thousandths<td>{@link
 *   ScaledDecimal}<td>{@code priceUnscaled()}
 *   <tr><td>{@code Inet4Address}<td>4 bytes in network order<td>{@link Inet4Bytes}<td>{@code hostBytes(index)}
 *   <tr><td>{@code Inet6Address}<td>16 bytes in network order<td>{@link Inet6Bytes}<td>{@code hostBytes(index)}
 *   <tr><td>{@code String} with {@code @StoredBy} and {@code @Length}<td>text in another character set than UTF-8, or padded
 *   with spaces<td>{@link AsciiText}, {@link AsciiSpaces}, {@link Latin1Text}, {@link Latin1Spaces}, {@link
 *   Utf16LittleEndianText}, {@link Utf16BigEndianText}<td>{@code nameBytes(index)}
 * </table>
 *
 * <p>Nothing is rounded or cut: {@code encode} refuses with {@link java.lang.IllegalArgumentException} what the stored
 * form does not hold. The methods are called by generated code, and may be called by any other.
 */
@NullMarked
package dev.ashlar.struct.codec;

import org.jspecify.annotations.NullMarked;
