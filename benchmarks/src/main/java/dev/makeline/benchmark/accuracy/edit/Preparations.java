package dev.makeline.benchmark.accuracy.edit;

import dev.makeline.benchmark.accuracy.draft.Foods;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Which preparations every cook would tell apart.
final class Preparations {

    /// Cooks take these for one another.
    private static final List<Set<String>> ALIKE =
            List.of(
                    Set.of("diced", "cubed", "chopped", "minced"),
                    Set.of("grated", "shredded", "shaved"),
                    Set.of("crushed", "ground", "crumbled", "mashed"),
                    Set.of("sliced", "halved", "quartered"),
                    Set.of("toasted", "roasted"),
                    Set.of("rinsed", "washed"));

    /// "unsalted" tells a food, not what was done to it.
    private static final Pattern PARTICIPLE = Pattern.compile("\\b(?!unsalted|salted)\\p{L}+ed\\b");

    private Preparations() {}

    static boolean differ(String one, String other) {
        Set<String> ones = Foods.words(one);
        Set<String> others = Foods.words(other);
        return Collections.disjoint(ones, others)
                && ALIKE.stream()
                        .noneMatch(alike ->
                                !Collections.disjoint(alike, ones)
                                        && !Collections.disjoint(alike, others));
    }

    /// Whether a food's name says what was done to it, as "grated parmesan".
    static boolean areIn(String food) {
        return PARTICIPLE.matcher(food).find();
    }
}
