package dev.ashlar.processor.model;

import dev.ashlar.struct.StructAccessors;
import dev.ashlar.struct.StructOrder;

/**
 * The values of a {@code @Struct}.
 *
 * @param packed whether components have no alignment of their own
 * @param byteAlignment the least alignment of the struct, in bytes
 * @param order the order of the bytes in its values
 * @param accessors how the accessors of its view are named; never automatic
 */
public record StructSettings(boolean packed, long byteAlignment, StructOrder order, StructAccessors accessors) {}
