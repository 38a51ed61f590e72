package dev.ashlar.examples.store;

import dev.ashlar.struct.LayoutCheck;
import dev.ashlar.struct.Length;
import dev.ashlar.struct.Struct;

/**
 * What is known of a session, found by its name.
 *
 * @param name up to 28 bytes
 * @param requests how many it has made
 * @param last the number of its last request
 * @param bytes what was sent to it
 */
@Struct(map = "name")
@LayoutCheck(size = 48)
public record Session(@Length(28) String name, int requests, long last, long bytes) {}
