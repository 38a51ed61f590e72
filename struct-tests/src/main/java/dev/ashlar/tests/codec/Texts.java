package dev.ashlar.tests.codec;

import dev.ashlar.struct.LayoutCheck;
import dev.ashlar.struct.Length;
import dev.ashlar.struct.StoredBy;
import dev.ashlar.struct.Struct;
import dev.ashlar.struct.codec.AsciiSpaces;
import dev.ashlar.struct.codec.AsciiText;
import dev.ashlar.struct.codec.Latin1Spaces;
import dev.ashlar.struct.codec.Latin1Text;
import dev.ashlar.struct.codec.Utf16BigEndianText;
import dev.ashlar.struct.codec.Utf16LittleEndianText;
import org.jspecify.annotations.Nullable;

/** Text in other character sets than UTF-8, and padded with spaces. */
@Struct(columns = true, list = true)
@LayoutCheck(size = 59)
public record Texts(
        @StoredBy(AsciiText.class) @Length(8) String ascii,
        @StoredBy(AsciiSpaces.class) @Length(8) String spaces,
        @StoredBy(Latin1Text.class) @Length(6) String latin,
        @StoredBy(Latin1Spaces.class) @Length(6) String latinSpaces,
        @StoredBy(Utf16LittleEndianText.class) @Length(12) String wide,
        @StoredBy(Utf16BigEndianText.class) @Length(12) String wideBig,
        @StoredBy(AsciiText.class) @Length(6) @Nullable String maybe) {}
