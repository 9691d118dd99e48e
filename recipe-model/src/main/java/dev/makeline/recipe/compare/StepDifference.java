package dev.makeline.recipe.compare;

import dev.makeline.recipe.step.Magnitude;
import dev.makeline.recipe.step.QuantityKind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// What is otherwise about one step, or about steps that were split or merged. Steps are counted
/// from 1 in sentences.
public sealed interface StepDifference extends Difference.OfStep {

    /// Which steps, and where.
    ///
    /// @param id in the recipe, else in the make, else the place in the list counted from 1
    /// @param recipe places in the recipe, from 0; none for a step that was added
    /// @param make places in the make, from 0; none for a step that was left out
    /// @param recipeText of those steps; empty for none
    /// @param makeText of those steps; empty for none
    record Subject(
            long id, List<Integer> recipe, List<Integer> make, String recipeText, String makeText) {
        public Subject {
            Objects.requireNonNull(recipeText, "recipeText");
            Objects.requireNonNull(makeText, "makeText");
            recipe = List.copyOf(recipe);
            make = List.copyOf(make);
        }

        String inRecipe() {
            return steps(recipe);
        }

        String inMake() {
            return steps(make);
        }

        private static String steps(List<Integer> places) {
            String numbers =
                    places.stream()
                            .map(place -> Integer.toString(place + 1))
                            .collect(Collectors.joining(", "));
            int last = numbers.lastIndexOf(", ");
            return last < 0
                    ? "step " + numbers
                    : "steps " + numbers.substring(0, last) + " and " + numbers.substring(last + 2);
        }
    }

    Subject subject();

    @Override
    default String kind() {
        return switch (this) {
            case StepChanged _ -> "step-changed";
            case StepQuantityChanged changed -> changed.quantityKind();
            case StepMoved _ -> "step-moved";
            case StepAdded _ -> "step-added";
            case StepRemoved _ -> "step-removed";
            case StepSplit _ -> "step-split";
            case StepMerged _ -> "step-merged";
        };
    }

    /// The more alike two texts are, the surer that a step was moved, split or merged, and the less
    /// sure that it was changed.
    @Override
    default double confidence() {
        return switch (this) {
            case StepChanged changed -> 1 - changed.similarity() / 2;
            case StepMoved moved -> (1 + moved.similarity()) / 2;
            case StepSplit split -> (1 + split.similarity()) / 2;
            case StepMerged merged -> (1 + merged.similarity()) / 2;
            case StepQuantityChanged _, StepAdded _, StepRemoved _ -> 1;
        };
    }

    @Override
    default RecipeField recipeField() {
        return RecipeField.INSTRUCTION;
    }

    @Override
    default OptionalLong stepId() {
        return OptionalLong.of(subject().id());
    }

    @Override
    default Places places() {
        return Places.steps(subject().recipe(), subject().make());
    }

    @Override
    default Sides difference() {
        return new Sides(subject().recipeText(), subject().makeText());
    }

    /// Done in another way, or told so.
    ///
    /// @param similarity of the words, from 0 to 1
    record StepChanged(Subject subject, double similarity) implements StepDifference {
        @Override
        public String clause() {
            return subject.inRecipe()
                    + (subject.recipe().size() > 1 ? " were" : " was")
                    + " changed";
        }

        @Override
        public String sentence() {
            return Wording.sentence(
                    clause(),
                    Wording.quoted(subject.makeText())
                            + " instead of "
                            + Wording.quoted(subject.recipeText()));
        }
    }

    /// A time, temperature, count, size or amount inside a step.
    ///
    /// @param recipeQuantity as written
    /// @param makeQuantity as written
    /// @param phrase how much it is off: `25 °F hotter`
    record StepQuantityChanged(
            Subject subject,
            QuantityKind quantity,
            String recipeQuantity,
            String makeQuantity,
            Magnitude size,
            String phrase)
            implements StepDifference {
        private String quantityKind() {
            return switch (quantity) {
                case TIME -> "time-changed";
                case TEMPERATURE -> "temperature-changed";
                case COUNT -> "count-changed";
                case LENGTH -> "length-changed";
                case AMOUNT -> "amount-changed";
            };
        }

        @Override
        public Optional<Magnitude> magnitude() {
            return Optional.of(size);
        }

        @Override
        public Sides difference() {
            return new Sides(recipeQuantity, makeQuantity);
        }

        @Override
        public String clause() {
            String what = StepWording.isOven(quantity, subject.recipeText()) ? "oven " : "";
            return "%s: %s%s (%s instead of %s)"
                    .formatted(
                            subject.inRecipe(),
                            what,
                            phrase,
                            Wording.clipped(makeQuantity),
                            Wording.clipped(recipeQuantity));
        }
    }

    /// The same, but at another moment.
    record StepMoved(Subject subject, double similarity) implements StepDifference {
        @Override
        public String clause() {
            return subject.inRecipe() + " was done as " + subject.inMake();
        }

        @Override
        public String sentence() {
            return Wording.sentence(clause(), Wording.quoted(subject.recipeText()));
        }
    }

    /// In the make alone.
    record StepAdded(Subject subject) implements StepDifference {
        @Override
        public String clause() {
            return "a step was added as " + subject.inMake();
        }

        @Override
        public String sentence() {
            return Wording.sentence(clause(), Wording.quoted(subject.makeText()));
        }
    }

    /// In the recipe alone.
    record StepRemoved(Subject subject) implements StepDifference {
        @Override
        public String clause() {
            return subject.inRecipe() + " was left out";
        }

        @Override
        public String sentence() {
            return Wording.sentence(clause(), Wording.quoted(subject.recipeText()));
        }
    }

    /// One step of the recipe, written as several.
    record StepSplit(Subject subject, double similarity) implements StepDifference {
        @Override
        public String clause() {
            return subject.inRecipe() + " was split into " + subject.inMake();
        }
    }

    /// Several steps of the recipe, written as one.
    record StepMerged(Subject subject, double similarity) implements StepDifference {
        @Override
        public String clause() {
            return subject.inRecipe() + " were merged into " + subject.inMake();
        }
    }
}
