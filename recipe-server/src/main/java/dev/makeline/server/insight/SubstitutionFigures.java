package dev.makeline.server.insight;

/// The makes in which one food stood for another.
///
/// @param ratings of those that were rated
record SubstitutionFigures(int ingredient, String from, String to, long makes, Moments ratings) {

    SubstitutionFigures plus(SubstitutionFigures other) {
        return new SubstitutionFigures(
                ingredient, from, to, makes + other.makes, ratings.plus(other.ratings));
    }
}
