package dev.makeline.server.page.search;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Words that a name has to hold, all of them, in any order; case and accents do not matter.
record NameWords(List<String> words) {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    NameWords {
        words = List.copyOf(words);
    }

    static NameWords of(String query) {
        return new NameWords(
                Arrays.stream(SPACE.split(plain(query))).filter(word -> !word.isEmpty()).toList());
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    boolean areIn(String name) {
        String text = plain(name);
        return words.stream().allMatch(text::contains);
    }

    private static String plain(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
