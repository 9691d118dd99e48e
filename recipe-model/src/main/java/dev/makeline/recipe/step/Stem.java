package dev.makeline.recipe.step;

import java.util.Map;

/// What the forms of an English word share: `bake`, `bakes`, `baked` and `baking` are `bak`. Light:
/// plurals, the endings of verbs and a silent e; words of other languages mostly stay.
final class Stem {

    private static final int SHORTEST = 3;

    private static final Map<String, String> IRREGULAR =
            Map.ofEntries(
                    Map.entry("made", "make"),
                    Map.entry("took", "take"),
                    Map.entry("taken", "take"),
                    Map.entry("brought", "bring"),
                    Map.entry("kept", "keep"),
                    Map.entry("beaten", "beat"),
                    Map.entry("froze", "freeze"),
                    Map.entry("frozen", "freeze"),
                    Map.entry("shaken", "shake"),
                    Map.entry("shook", "shake"),
                    Map.entry("broken", "break"),
                    Map.entry("broke", "break"),
                    Map.entry("was", "is"),
                    Map.entry("were", "is"),
                    Map.entry("are", "is"),
                    Map.entry("has", "have"),
                    Map.entry("had", "have"),
                    Map.entry("leaves", "leaf"),
                    Map.entry("halves", "half"),
                    Map.entry("loaves", "loaf"),
                    Map.entry("knives", "knife"));

    private Stem() {}

    /// @param lower a word in lower case
    static String of(String lower) {
        String word = IRREGULAR.getOrDefault(lower, lower);
        return word.length() < SHORTEST ? word : withoutSilentE(withoutEnding(word));
    }

    private static String withoutEnding(String word) {
        if (word.endsWith("ings")) {
            return withoutEnding(word.substring(0, word.length() - 1));
        }
        if (word.endsWith("ing")) {
            return verb(word, word.length() - 3);
        }
        if (word.endsWith("ied") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.endsWith("ed") && !word.endsWith("eed")) {
            return verb(word, word.length() - 2);
        }
        return word.endsWith("s") && word.length() > SHORTEST ? singular(word) : word;
    }

    private static String verb(String word, int end) {
        if (end < 2 || !hasVowel(word, end)) {
            return word;
        }
        char last = word.charAt(end - 1);
        boolean doubled =
                end > SHORTEST && last == word.charAt(end - 2) && "bdgkmnprt".indexOf(last) >= 0;
        return word.substring(0, doubled ? end - 1 : end);
    }

    private static String singular(String word) {
        if (word.endsWith("ss") || word.endsWith("us") || word.endsWith("is")) {
            return word;
        }
        if (word.endsWith("ies") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        }
        boolean es =
                word.endsWith("ches")
                        || word.endsWith("shes")
                        || word.endsWith("sses")
                        || word.endsWith("xes")
                        || word.endsWith("zes")
                        || word.endsWith("oes");
        return word.substring(0, word.length() - (es ? 2 : 1));
    }

    private static String withoutSilentE(String word) {
        return word.length() >= SHORTEST && word.endsWith("e")
                ? word.substring(0, word.length() - 1)
                : word;
    }

    private static boolean hasVowel(String word, int end) {
        for (int i = 0; i < end; i++) {
            if ("aeiouy".indexOf(word.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
