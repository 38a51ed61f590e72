package dev.ashlar.memory;

/**
 * The claims of one memory: none overlaps another. There are a handful at most, so a search through an array is enough.
 *
 * <p>It changes by a single store, of an array that was made before, so that an error in the middle changes nothing.
 */
final class ClaimTable {
    private Claim[] claims = {};

    synchronized Claim add(Claim wanted) {
        for (Claim claim : claims) {
            if (claim.overlaps(wanted)) {
                throw claimedAlready(wanted, claim);
            }
        }
        Claim[] more = new Claim[claims.length + 1];
        System.arraycopy(claims, 0, more, 0, claims.length);
        more[claims.length] = wanted;
        // No call from here on.
        claims = more;
        return wanted;
    }

    private static IllegalStateException claimedAlready(Claim wanted, Claim claimed) {
        Owner owner = claimed.owner();
        return new IllegalStateException(
                "range is claimed already; use the allocator that holds it, close that one first if it is a stack or a"
                        + " bump allocator, or take another range: wanted=" + wanted + " claimed=" + claimed + " owner="
                        + (owner == null ? "none" : owner.name()));
    }

    /** Tells the owners that the memory is closed: each of them once, even when this is called again after an error. */
    synchronized void memoryClosed() {
        for (Claim claim : claims) {
            claim.memoryClosed();
        }
    }

    /** Gives a range up and stops its claim from making handles: both or neither. */
    synchronized void release(Claim released) {
        int found = indexOf(released);
        if (found < 0) {
            return;
        }
        Claim[] fewer = new Claim[claims.length - 1];
        System.arraycopy(claims, 0, fewer, 0, found);
        System.arraycopy(claims, found + 1, fewer, found, fewer.length - found);
        // No call from here on.
        claims = fewer;
        released.released = true;
    }

    @SuppressWarnings("ReferenceEquality") // a claim is one object
    private int indexOf(Claim wanted) {
        for (int i = 0; i < claims.length; i++) {
            if (claims[i] == wanted) {
                return i;
            }
        }
        return -1;
    }
}
