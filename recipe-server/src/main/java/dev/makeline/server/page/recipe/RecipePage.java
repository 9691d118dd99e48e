package dev.makeline.server.page.recipe;

import dev.makeline.server.page.difference.DifferenceView;
import dev.makeline.server.page.insight.FiguresView;
import dev.makeline.server.recipe.Head;
import java.util.List;
import java.util.Optional;

/// A recipe: the original beside one of its revisions, and all makes.
///
/// @param shown the number of the revision that is shown
/// @param original lines of the original where it is the only one or the one that is shown
/// @param view the original beside the revision that is shown
/// @param revisions the newest first
/// @param makes the newest first
/// @param next the id of the make before which the older ones begin
/// @param isLater whether newer ones than those were passed by
public record RecipePage(
        long recipeId,
        String name,
        int current,
        int shown,
        Original original,
        Optional<DifferenceView> view,
        List<Head> revisions,
        List<MakeLine> makes,
        Optional<Long> next,
        boolean isLater,
        Optional<Timeline> timeline,
        FiguresView figures) {

    /// As it was written.
    public record Original(List<String> ingredients, List<String> steps) {
        public Original {
            ingredients = List.copyOf(ingredients);
            steps = List.copyOf(steps);
        }
    }

    public RecipePage {
        revisions = List.copyOf(revisions);
        makes = List.copyOf(makes);
    }

    public boolean moreMakes() {
        return next.isPresent();
    }

    public String path() {
        return "/recipes/" + recipeId;
    }
}
