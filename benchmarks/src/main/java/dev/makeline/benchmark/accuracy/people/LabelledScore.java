package dev.makeline.benchmark.accuracy.people;

import dev.makeline.benchmark.accuracy.score.Claim;
import java.util.List;

/// What was claimed of one record, held against its labels. Claims at open labels count on neither
/// side.
///
/// @param invented claims that no label allows
/// @param missed labels that nothing claims
public record LabelledScore(int right, List<Claim> invented, int found, List<EditLabel> missed) {

    public static LabelledScore of(List<Claim> claims, List<EditLabel> labels) {
        List<EditLabel> certain = labels.stream().filter(label -> !label.open()).toList();
        List<Claim> right = claims.stream().filter(claim -> allowed(claim, certain)).toList();
        List<Claim> invented = claims.stream().filter(claim -> !allowed(claim, labels)).toList();
        List<EditLabel> missed =
                certain.stream().filter(label -> claims.stream().noneMatch(label::allows)).toList();
        return new LabelledScore(right.size(), invented, certain.size() - missed.size(), missed);
    }

    private static boolean allowed(Claim claim, List<EditLabel> labels) {
        return labels.stream().anyMatch(label -> label.allows(claim));
    }
}
