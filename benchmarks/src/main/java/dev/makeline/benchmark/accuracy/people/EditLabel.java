package dev.makeline.benchmark.accuracy.people;

import dev.makeline.benchmark.accuracy.score.Claim;
import dev.makeline.benchmark.accuracy.score.Place;
import java.util.List;
import java.util.Set;

/// One change that a person sees.
///
/// @param kinds any of which is right
/// @param open whether one cook would call it a change and another would not, so that claiming it
///   is neither right nor wrong
public record EditLabel(Set<String> kinds, Place place, boolean open) {

    private static final String OPEN = "? ";

    public EditLabel {
        kinds = Set.copyOf(kinds);
    }

    /// @param written kinds and place, `step-removed|step-merged recipe/steps/0`; an open one
    ///   starts with a question mark
    static EditLabel read(String written) {
        boolean open = written.startsWith(OPEN);
        String[] words = (open ? written.substring(OPEN.length()) : written).split(" ", -1);
        if (words.length != 2 || words[0].isEmpty()) {
            throw new IllegalArgumentException(
                    "A label is kinds and a place, but this is “%s”".formatted(written));
        }
        return new EditLabel(
                Set.copyOf(List.of(words[0].split("\\|", -1))), Place.read(words[1]), open);
    }

    public boolean allows(Claim claim) {
        return kinds.contains(claim.kind()) && place.equals(claim.place());
    }

    @Override
    public String toString() {
        return String.join("|", kinds.stream().sorted().toList()) + " " + place;
    }
}
