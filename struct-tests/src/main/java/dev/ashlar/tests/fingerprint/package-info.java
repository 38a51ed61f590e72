/** Fingerprints of structs. */
@NullMarked
package dev.ashlar.tests.fingerprint;

import org.jspecify.annotations.NullMarked;
