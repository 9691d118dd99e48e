package dev.makeline.recipe.step;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What `step-words.txt` knows: words that tell nothing about a step, and families of words that
/// cooks use for much the same.
final class StepVocabulary {

    private static final String TABLE = "step-words.txt";
    private static final Set<String> STOP_WORDS = new HashSet<>();
    private static final Map<String, List<String>> FAMILIES = new HashMap<>();

    static {
        read();
    }

    private StepVocabulary() {}

    static boolean isStopWord(StepWord word) {
        return STOP_WORDS.contains(word.spelling());
    }

    /// Names of the families that a word belongs to.
    static List<String> familiesOf(StepWord word) {
        return FAMILIES.getOrDefault(word.stem(), List.of());
    }

    private static void read() {
        boolean families = false;
        for (String line : lines()) {
            if (line.startsWith("[")) {
                families = line.equals("[families]");
            } else if (!line.isBlank() && !line.startsWith("#")) {
                List<String> words = List.of(line.strip().split("\\s+", -1));
                if (families) {
                    addFamily(words);
                } else {
                    STOP_WORDS.addAll(words);
                }
            }
        }
    }

    private static void addFamily(List<String> words) {
        String name = "~" + words.getFirst();
        for (String word : words) {
            FAMILIES.computeIfAbsent(Stem.of(word), _ -> new ArrayList<>()).add(name);
        }
    }

    private static List<String> lines() {
        try (InputStream table = StepVocabulary.class.getResourceAsStream(TABLE)) {
            if (table == null) {
                throw new IllegalStateException("The resource " + TABLE + " is missing");
            }
            return new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
