package dev.makeline.recipe.line;

import java.util.Set;

/// Knows the words that end the name of a food and open what is said after it.
final class NameEnd {

    private static final Set<String> AFTER_TO =
            Set.of(
                    "taste",
                    "garnish",
                    "serve",
                    "cover",
                    "yield",
                    "make",
                    "coat",
                    "finish",
                    "grease",
                    "decorate",
                    "fill",
                    "brush",
                    "sprinkle",
                    "thin",
                    "top",
                    "season",
                    "dust",
                    "accompany",
                    "drizzle",
                    "moisten",
                    "bind",
                    "float",
                    "rim",
                    "roll",
                    "line",
                    "use",
                    "your");

    /// "sal a gosto", "pimienta al gusto"
    private static final Set<String> TASTE = Set.of("gosto", "gusto", "piacere");

    private static final Set<String> AFTER_OR =
            Set.of("to", "more", "as", "about", "a", "an", "less", "enough", "if", "until");

    /// Another state of the food, or another food in that state: "chicken stock or canned broth".
    private static final Set<String> OTHER_STATE =
            Set.of(
                    "canned",
                    "frozen",
                    "bottled",
                    "jarred",
                    "dried",
                    "store-bought",
                    "homemade",
                    "packaged");

    /// "white and pale light green and": keeps the cost in proportion.
    private static final int LONGEST_COLOURS = 6;

    private final Reading line;
    private final FoodList list;

    NameEnd(Reading line, FoodList list) {
        this.line = line;
        this.list = list;
    }

    static boolean isPreposition(String lower) {
        return Lexicon.OPENER.has(lower) || lower.equals("into");
    }

    boolean isAt(int i) {
        String lower = line.lower(i);
        String next = line.lower(i + 1);
        return switch (lower) {
            case "to" -> AFTER_TO.contains(next);
            case "a", "al" -> TASTE.contains(next);
            case "and" -> line.isNumber(i + 1) || isAfterBracket(i);
            case "or" ->
                    !line.isWord(i + 1)
                            || isAfterBracket(i)
                            || AFTER_OR.contains(next)
                            || isOtherState(i + 1);
            case "cut" -> true;
            case "but" -> !Lexicon.ADJECTIVE.has(line.lower(i - 1));
            case "on" -> !line.lower(i + 2).equals("cob");
            case "packed" -> !line.isWord(i + 1) || isPreposition(next);
            case "more", "less" -> true;
            default ->
                    Lexicon.OPENER.has(lower)
                            || isParticipleAtEnd(i)
                            || isPartAtEnd(i)
                            || isStateAtEnd(i);
        };
    }

    /// "figs stems removed", "leeks white and green parts", "shrimp tails on".
    private boolean isPartAtEnd(int i) {
        if (Lexicon.PART_OF_FOOD.has(line.lower(i))) {
            return Lexicon.PART_STATE.has(line.lower(i + 1));
        }
        return Lexicon.PART_COLOUR.has(line.lower(i)) && isColourOfPart(i);
    }

    private boolean isColourOfPart(int from) {
        int i = from;
        while (i < from + LONGEST_COLOURS
                && (Lexicon.PART_COLOUR.has(line.lower(i)) || line.lower(i).equals("and"))) {
            i++;
        }
        return line.lower(i).equals("part") || line.lower(i).equals("parts");
    }

    /// "strawberries fresh or frozen".
    private boolean isStateAtEnd(int i) {
        return line.lower(i + 1).equals("or")
                && !line.isWord(i + 3)
                && Lexicon.ALTERNATIVE_STATE.has(line.lower(i))
                && Lexicon.ALTERNATIVE_STATE.has(line.lower(i + 2));
    }

    private boolean isOtherState(int i) {
        return OTHER_STATE.contains(line.lower(i))
                || (PreparationWords.oneEnd(line, i) == i + 1
                        && Lexicon.PARTICIPLE.has(line.lower(i))
                        && !line.lower(i).equals("crushed"));
    }

    /// "limes juiced", "bread toasted in butter".
    private boolean isParticipleAtEnd(int i) {
        if (Lexicon.ADVERB.has(line.lower(i)) && line.lower(i + 1).endsWith("ed")) {
            return isLast(i + 1);
        }
        boolean adjective = list.onlyAdjectivesBefore(i) && list.nounFollows(i + 2);
        boolean participle =
                PreparationWords.isRegularParticiple(line.lower(i))
                        || Lexicon.IRREGULAR_PARTICIPLE.has(line.lower(i));
        return participle && isLast(i) && !adjective;
    }

    private boolean isLast(int i) {
        String next = line.lower(i + 1);
        return !line.isWord(i + 1)
                || isPreposition(next)
                || next.equals("to")
                || (Lexicon.ADVERB.has(next) && !line.isWord(i + 2));
    }

    /// "pumpkin (sugar or cheese) or butternut squash": said about the first.
    private boolean isAfterBracket(int i) {
        return line.token(i - 1) instanceof Token.Close;
    }
}
