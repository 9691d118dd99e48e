package dev.makeline.server.recipe;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/// @param currentFor how long a recipe's current revision is taken to be current without asking
/// @param rememberedCharacters of documents that are remembered for comparing
@ConfigurationProperties("makeline.recipes")
record RecipeSettings(Duration currentFor, long rememberedCharacters) {

    private static final Duration LONGEST = Duration.ofSeconds(1);

    RecipeSettings {
        if (currentFor.isNegative() || currentFor.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "makeline.recipes.current-for must be from 0s to 1s, not " + currentFor);
        }
        if (rememberedCharacters < 0) {
            throw new IllegalArgumentException(
                    "makeline.recipes.remembered-characters must be 0 or more, not "
                            + rememberedCharacters);
        }
    }
}
