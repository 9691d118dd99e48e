package dev.makeline.recipe.line;

/// What has been read of a line's start.
record StartSoFar(boolean number, boolean measure, boolean portion) {

    static final StartSoFar NOTHING = new StartSoFar(false, false, false);

    StartSoFar withNumber() {
        return new StartSoFar(true, measure, portion);
    }

    StartSoFar with(UnitMatch unit) {
        return new StartSoFar(number, measure || unit.isMeasure(), portion || unit.isPortion());
    }

    boolean hasUnit() {
        return measure || portion;
    }

    boolean isEmpty() {
        return !number && !portion;
    }
}
