package dev.makeline.recipe.food;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Gives a word the form that it is compared in: singular, in American spelling, common slips of
/// spelling put right. One word may become two, as "lowfat" does.
final class WordForm {

    static final Resource TABLE = Resource.read("words.txt");

    private static final Map<String, String> SPELLINGS = pairs("spelling");
    private static final Map<String, String> PLURALS = pairs("irregular plural");
    private static final Set<String> INVARIANT = words("no plural");
    private static final Set<String> E_STAYS = words("plural ends in es of e");
    private static final int SHORTEST_PLURAL = 4;

    private WordForm() {}

    /// @param word in lower case, without marks and hyphens
    static String of(String word) {
        String spelled = SPELLINGS.get(word);
        if (spelled != null) {
            return spelled;
        }
        String singular = singular(word);
        return SPELLINGS.getOrDefault(singular, singular);
    }

    private static String singular(String word) {
        String irregular = PLURALS.get(word);
        if (irregular != null) {
            return irregular;
        }
        if (word.length() < SHORTEST_PLURAL || !word.endsWith("s") || isSingularInS(word)) {
            return word;
        }
        String withoutS = word.substring(0, word.length() - 1);
        return word.endsWith("es") && !E_STAYS.contains(withoutS) ? inEs(withoutS) : withoutS;
    }

    private static boolean isSingularInS(String word) {
        return word.endsWith("ss") || word.endsWith("us") || INVARIANT.contains(word);
    }

    /// @param stem without the last s, so it ends in e
    private static String inEs(String stem) {
        String shorter = stem.substring(0, stem.length() - 1);
        if (shorter.endsWith("i")) {
            return shorter.substring(0, shorter.length() - 1) + "y";
        }
        boolean needsE =
                shorter.endsWith("o")
                        || shorter.endsWith("ch")
                        || shorter.endsWith("sh")
                        || shorter.endsWith("ss")
                        || shorter.endsWith("x")
                        || shorter.endsWith("zz");
        return needsE ? shorter : stem;
    }

    private static Map<String, String> pairs(String section) {
        Map<String, String> pairs = new HashMap<>();
        for (String line : TABLE.section(section)) {
            for (String pair : line.split("\\s+", -1)) {
                int equals = pair.indexOf('=');
                pairs.put(pair.substring(0, equals), pair.substring(equals + 1).replace('_', ' '));
            }
        }
        return Map.copyOf(pairs);
    }

    private static Set<String> words(String section) {
        Set<String> words = new HashSet<>();
        for (String line : TABLE.section(section)) {
            words.addAll(List.of(line.split("\\s+", -1)));
        }
        return Set.copyOf(words);
    }
}
