package dev.makeline.recipe.step;

import java.util.Set;

/// Words that the reading of steps treats in their own way; each in lower case.
final class WordList {

    /// Say nothing that could be done differently.
    static final Set<String> SILENT =
            Set.of("a", "an", "the", "your", "my", "our", "and", "then", "also", "please", "now");

    /// Say nothing of their own before a quantity.
    static final Set<String> ABOUT =
            Set.of("about", "approximately", "approx", "around", "roughly", "circa", "ca");

    /// Written apart, with a hyphen or joined to the word after them.
    static final Set<String> PREFIX = Set.of("pre", "non", "re");

    /// May follow an oven's temperature that is written without a degree.
    static final Set<String> AFTER_TEMPERATURE =
            Set.of(
                    "for", "until", "till", "and", "in", "with", "then", "while", "when", "before",
                    "about", "on", "or", "as");

    private WordList() {}
}
