package dev.makeline.server.insight;

import java.util.List;
import java.util.Map;

/// The figures of a recipe and of those of its revisions that are at hand.
record Figures(RecipeFigures recipe, Map<Integer, RevisionFigures> revisions) {

    static final Figures NONE = new Figures(RecipeFigures.NONE, Map.of());

    Figures {
        revisions = Map.copyOf(revisions);
    }

    static Figures of(CountedMake make) {
        return new Figures(
                RecipeFigures.of(make), Map.of(make.revision(), RevisionFigures.of(make)));
    }

    Figures plus(Figures other) {
        return new Figures(
                recipe.plus(other.recipe),
                MergedMaps.merge(revisions, other.revisions, RevisionFigures::plus));
    }

    /// Halves are added up, so that most sums are of small figures.
    static Figures of(List<CountedMake> makes) {
        return switch (makes.size()) {
            case 0 -> NONE;
            case 1 -> of(makes.getFirst());
            default -> {
                int half = makes.size() / 2;
                yield of(makes.subList(0, half)).plus(of(makes.subList(half, makes.size())));
            }
        };
    }
}
