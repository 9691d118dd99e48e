package dev.makeline.recipe.line;

import java.util.Set;

/// Recognizes that a line can be left out: "optional", "if desired".
final class OptionalWords {

    private static final Set<String> CHOICE =
            Set.of("desired", "using", "liked", "wanted", "wished");

    private OptionalWords() {}

    static boolean areIn(Reading line) {
        for (int i = 0; i < line.size(); i++) {
            String lower = line.lower(i);
            String next = line.lower(i + 1);
            boolean choice =
                    (lower.equals("if") && (CHOICE.contains(next) || next.equals("you")))
                            || lower.equals("optional")
                            || lower.equals("optionally");
            if (choice) {
                return true;
            }
        }
        return false;
    }
}
