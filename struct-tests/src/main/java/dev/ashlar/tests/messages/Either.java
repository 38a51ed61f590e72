package dev.ashlar.tests.messages;

import dev.ashlar.struct.Code;
import dev.ashlar.struct.Length;
import dev.ashlar.struct.Struct;

@Struct
sealed interface Either {
    @Struct
    @Code(1)
    record Left(@Length(4) String text) implements Either {}

    @Struct
    @Code(2)
    record Right(int number) implements Either {}
}
