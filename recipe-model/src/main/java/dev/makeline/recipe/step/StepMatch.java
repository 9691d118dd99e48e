package dev.makeline.recipe.step;

import java.util.List;

/// What became of one step, or of some. Indexes start at 0; a similarity runs from 0, nothing in
/// common, to 1, the same.
public sealed interface StepMatch {

    double similarity();

    /// The same seen from the make.
    StepMatch mirrored();

    /// In the recipe's order; what changed inside is for [StepComparison] to say.
    record Kept(int recipe, int make, double similarity) implements StepMatch {
        @Override
        public Kept mirrored() {
            return new Kept(/* recipe= */ make, /* make= */ recipe, similarity);
        }
    }

    /// Done earlier or later than in the recipe.
    record Moved(int recipe, int make, double similarity) implements StepMatch {
        @Override
        public Moved mirrored() {
            return new Moved(/* recipe= */ make, /* make= */ recipe, similarity);
        }
    }

    /// Written as several in the make.
    record Split(int recipe, List<Integer> makes, double similarity) implements StepMatch {
        public Split {
            makes = List.copyOf(makes);
        }

        @Override
        public Merged mirrored() {
            return new Merged(makes, recipe, similarity);
        }
    }

    /// Several of the recipe, written as one in the make.
    record Merged(List<Integer> recipes, int make, double similarity) implements StepMatch {
        public Merged {
            recipes = List.copyOf(recipes);
        }

        @Override
        public Split mirrored() {
            return new Split(make, recipes, similarity);
        }
    }

    record Removed(int recipe) implements StepMatch {
        @Override
        public double similarity() {
            return 0;
        }

        @Override
        public Added mirrored() {
            return new Added(recipe);
        }
    }

    record Added(int make) implements StepMatch {
        @Override
        public double similarity() {
            return 0;
        }

        @Override
        public Removed mirrored() {
            return new Removed(make);
        }
    }
}
