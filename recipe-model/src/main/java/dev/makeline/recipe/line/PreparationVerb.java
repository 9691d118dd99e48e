package dev.makeline.recipe.line;

/// The words that say what is done to a food before it is used.
public final class PreparationVerb {

    private PreparationVerb() {}

    /// Whether a word says that something was done: `chopped`, `melted`, `ground`.
    ///
    /// @param lower in lower case
    public static boolean is(String lower) {
        return Lexicon.PARTICIPLE.has(lower)
                || Lexicon.PARTICIPLE_AFTER_ADVERB.has(lower)
                || PreparationWords.isRegularParticiple(lower);
    }
}
