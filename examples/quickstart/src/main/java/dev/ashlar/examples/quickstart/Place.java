package dev.ashlar.examples.quickstart;

/** A point on the globe, in degrees: north and east are positive. */
record Place(double latitude, double longitude) {
    /** The mean radius of the Earth (IUGG). */
    private static final double EARTH_RADIUS_KM = 6371.0088;

    Place {
        if (!(Math.abs(latitude) <= 90)) {
            throw new IllegalArgumentException("latitude must lie between -90 and 90: latitude=" + latitude);
        }
        if (!(Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException("longitude must lie between -180 and 180: longitude=" + longitude);
        }
    }

    /** Distance along the surface by the haversine formula, which is exact enough for small distances too. */
    double kilometresTo(double otherLatitude, double otherLongitude) {
        double north = Math.toRadians(otherLatitude - latitude) / 2;
        double east = Math.toRadians(otherLongitude - longitude) / 2;
        double haversine = Math.pow(Math.sin(north), 2)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(otherLatitude))
                        * Math.pow(Math.sin(east), 2);
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(haversine)));
    }
}
