package dev.ashlar.tests.codec;

import dev.ashlar.struct.StoredForm;

/** Stores a place as another struct; knows no place of the least latitude. */
@StoredForm(name = "Micros")
final class PlaceCodec {
    private static final double MICRO = 1e-6;

    private PlaceCodec() {}

    public static PlaceForm encode(Place place) {
        return new PlaceForm(micros(place.latitude()), micros(place.longitude()));
    }

    public static Place decode(PlaceForm form) {
        if (form.latitude() == Integer.MIN_VALUE) {
            throw new IllegalStateException("beyond the pole");
        }
        return new Place(form.latitude() * MICRO, form.longitude() * MICRO);
    }

    private static int micros(double degrees) {
        return (int) Math.round(degrees / MICRO);
    }
}
