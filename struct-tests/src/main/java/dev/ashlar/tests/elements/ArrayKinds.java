package dev.ashlar.tests.elements;

import dev.ashlar.struct.Length;
import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.Stored;
import dev.ashlar.struct.Struct;

@Struct
record ArrayKinds(
        @Length(2) byte[] a,
        @Length(2) short[] b,
        @Length(2) int[] c,
        @Length(2) long[] d,
        @Length(2) float[] e,
        @Length(2) double[] f,
        @Length(2) boolean[] g,
        @Length(2) char[] h,
        @Length(2) @Stored(StorageType.U16) int[] i,
        @Length(2) @Stored(StorageType.U8) char[] j,
        @Length(2) @Stored(StorageType.U32) long[] k,
        @Length(2) Color[] l,
        @Length(2) @Stored(StorageType.U8) short[] m) {}
