package shop;

import dev.ashlar.struct.LayoutCheck;
import dev.ashlar.struct.Length;
import dev.ashlar.struct.Struct;

@Struct
@LayoutCheck(size = 32)
public record Item(@Length(12) String name, Kind kind, long cents, @Length(2) int[] stock) {
    public enum Kind {
        FOOD,
        TOOL
    }
}
