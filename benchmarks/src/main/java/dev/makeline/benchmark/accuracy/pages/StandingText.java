package dev.makeline.benchmark.accuracy.pages;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.parser.Parser;

/// All texts of one block of data, to look up whether an expected line stands there: its letters
/// and numbers, without blanks, punctuation, tags and entities, follow one another somewhere in the
/// texts.
final class StandingText {

    private final StringBuilder letters = new StringBuilder();
    private final Set<String> headings = new TreeSet<>();

    StandingText(JsonNode data) {
        add(data);
    }

    boolean holds(String line) {
        return letters.indexOf(lettersOf(line)) >= 0;
    }

    /// The names of its sections and steps, where they are not the beginning of the step itself.
    Set<String> headings() {
        return headings;
    }

    private void add(JsonNode node) {
        if (node.isValueNode()) {
            letters.append(lettersOf(decoded(node.asText())));
        }
        String type = node.path("@type").asText();
        if (type.equals("HowToSection") || type.equals("HowToStep")) {
            String name = PageScore.tidy(decoded(node.path("name").asText()));
            if (!PageScore.tidy(decoded(node.path("text").asText())).startsWith(name)) {
                headings.add(name);
            }
        }
        node.forEach(this::add);
    }

    private static String decoded(String text) {
        String decoded = Parser.unescapeEntities(Parser.unescapeEntities(text, false), false);
        return decoded.replaceAll("<[^<>]*>", "");
    }

    private static String lettersOf(String text) {
        StringBuilder kept = new StringBuilder();
        text.codePoints()
                .filter(it ->
                        Character.isLetterOrDigit(it)
                                || Character.getType(it) == Character.OTHER_NUMBER)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
