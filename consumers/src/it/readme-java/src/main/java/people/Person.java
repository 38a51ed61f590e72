package people;

import dev.ashlar.struct.LayoutCheck;
import dev.ashlar.struct.Struct;

@Struct
@LayoutCheck(size = 24)
record Person(int id, double height, int age) {}
