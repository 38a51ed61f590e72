package prices;

import dev.ashlar.struct.Offset;
import dev.ashlar.struct.Struct;

@Struct
public record Price(int scale, @Offset(8) long units) {}
