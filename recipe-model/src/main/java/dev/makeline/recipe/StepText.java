package dev.makeline.recipe;

import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A step as far as matching looks at it. Not thread-safe: the words are found when first asked
/// for, which is never for a step that was kept as it is.
final class StepText {

    /// Words taken into account: those with the smallest hashes, a fair sample of a long text.
    /// Keeps 1,000 × 1,000 steps of any length within a second.
    private static final int SAMPLE = 32;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final OptionalLong id;
    private final String text;
    private int @Nullable [] words;

    private StepText(OptionalLong id, String text) {
        this.id = id;
        this.text = text;
    }

    static StepText of(Step step) {
        return new StepText(step.stepId(), Spelling.ofText(step.text()));
    }

    /// An order of lists that depends on nothing but their texts.
    static int order(List<StepText> one, List<StepText> other) {
        int bySize = Integer.compare(one.size(), other.size());
        for (int i = 0; bySize == 0 && i < one.size(); i++) {
            int byText = one.get(i).text.compareTo(other.get(i).text);
            if (byText != 0) {
                return byText;
            }
        }
        return bySize;
    }

    OptionalLong id() {
        return id;
    }

    String text() {
        return text;
    }

    /// The part of their words that two steps share, from 0 to 1 (Dice).
    double similarity(StepText other) {
        int[] own = words();
        int[] others = other.words();
        int shared = 0;
        for (int i = 0, j = 0; i < own.length && j < others.length; ) {
            if (own[i] == others[j]) {
                shared++;
                i++;
                j++;
            } else if (own[i] < others[j]) {
                i++;
            } else {
                j++;
            }
        }
        int all = own.length + others.length;
        return all == 0 ? 0 : 2.0 * shared / all;
    }

    private int[] words() {
        int[] known = words;
        if (known == null) {
            known =
                    BETWEEN_WORDS
                            .splitAsStream(text)
                            .filter(word -> !word.isEmpty())
                            .mapToInt(String::hashCode)
                            .map(StepText::mixed)
                            .sorted()
                            .distinct()
                            .limit(SAMPLE)
                            .toArray();
            words = known;
        }
        return known;
    }

    /// Spreads hashes of short words over all integers, so that the smallest are a fair sample.
    private static int mixed(int hash) {
        int spread = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        return (spread ^ (spread >>> 13)) * 0xc2b2ae35;
    }
}
