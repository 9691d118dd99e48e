package dev.makeline.benchmark.accuracy.rewriting;

import dev.makeline.benchmark.accuracy.draft.Draft;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// One way to write the same recipe otherwise. Each keeps the number of ingredients and steps.
public enum Rewriting {
    RESCALED {
        @Override
        public Optional<Draft> apply(Draft draft, RandomGenerator random) {
            return Rescaling.apply(draft, random);
        }
    },
    OTHER_UNITS {
        @Override
        public Optional<Draft> apply(Draft draft, RandomGenerator random) {
            return changed(draft, OtherUnit.apply(draft, random));
        }
    },
    REORDERED {
        @Override
        public Optional<Draft> apply(Draft draft, RandomGenerator random) {
            return changed(draft, Spellings.reordered(draft, random));
        }
    },
    RESPELLED {
        @Override
        public Optional<Draft> apply(Draft draft, RandomGenerator random) {
            return changed(draft, Spellings.respelled(draft, random));
        }
    },
    STEPS_RESTATED {
        @Override
        public Optional<Draft> apply(Draft draft, RandomGenerator random) {
            return changed(draft, StepQuantities.restated(draft, random));
        }
    };

    /// Empty when the recipe offers nothing to rewrite in this way.
    public abstract Optional<Draft> apply(Draft draft, RandomGenerator random);

    private static Optional<Draft> changed(Draft before, Draft after) {
        return after.equals(before) ? Optional.empty() : Optional.of(after);
    }
}
