package dev.makeline.server.file.catalog;

import dev.makeline.server.file.StoredFile;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What a search wants of a file: each of its words stands in the name or the description, in
/// whatever case.
record SearchWords(List<String> words) {

    private static final int LONGEST = 100;

    /// @throws ProblemException with 400 when it is too long
    static SearchWords of(String query) {
        if (query.length() > LONGEST) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST, "q has at most %d characters.".formatted(LONGEST));
        }
        return new SearchWords(
                Arrays.stream(folded(query).split("\\s+"))
                        .filter(word -> !word.isEmpty())
                        .toList());
    }

    boolean matches(StoredFile file) {
        String text = folded(file.name()) + '\n' + folded(file.description());
        return words.stream().allMatch(text::contains);
    }

    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
