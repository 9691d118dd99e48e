package dev.makeline.benchmark.accuracy.score;

/// That there is a difference of this kind at this place. Of a difference at several places, such
/// as merged steps, the first one of the recipe is its place.
///
/// @param kind in kebab-case, as the comparison names it
public record Claim(String kind, Place place) {

    @Override
    public String toString() {
        return kind + " " + place;
    }
}
