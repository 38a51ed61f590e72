package dev.ashlar.processor;

/** An enum in a class file whose constants stand in the order of the alphabet, as ecj shows all of them. */
public enum SortedEnum {
    ALPHA,
    BETA
}
