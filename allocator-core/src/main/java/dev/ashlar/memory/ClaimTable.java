package dev.ashlar.memory;

import java.util.ArrayList;
import java.util.List;

/** The claims of one memory: none overlaps another. There are a handful at most, so a list is searched. */
final class ClaimTable {
    private final List<Claim> claims = new ArrayList<>();

    synchronized Claim add(Claim wanted) {
        for (Claim claim : claims) {
            if (claim.overlaps(wanted)) {
                throw new IllegalStateException("range is claimed already: wanted=" + wanted + " claimed=" + claim);
            }
        }
        claims.add(wanted);
        return wanted;
    }

    /** Tells every owner that the memory is closed. */
    synchronized void memoryClosed() {
        for (Claim claim : claims) {
            claim.memoryClosed();
        }
    }

    synchronized void remove(Claim claim) {
        claims.remove(claim);
    }
}
