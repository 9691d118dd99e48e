package dev.makeline.benchmark.accuracy.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makeline.benchmark.accuracy.score.Claim;
import dev.makeline.benchmark.accuracy.score.Place;
import dev.makeline.benchmark.accuracy.words.WordFile;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EditLabelsTest {

    private static final String RECORD = "0123456789abcdef";

    @Test
    void recordsAreKnownByCommitAndFile() {
        EditLabels labels =
                EditLabels.read(
                        List.of(
                                EditLabels.hash("abc def.md") + " step-added make/steps/3",
                                EditLabels.hash("abc def.md")
                                        + " ? step-removed|step-merged recipe/steps/0"));

        assertThat(labels.of("abc", "def.md"))
                .hasValue(
                        List.of(
                                new EditLabel(Set.of("step-added"), Place.makeStep(3), false),
                                new EditLabel(
                                        Set.of("step-removed", "step-merged"),
                                        Place.recipeStep(0),
                                        true)));
        assertThat(labels.of("abc", "other.md")).isEmpty();
    }

    @Test
    void aRecordWithoutChangeIsLabelledAllTheSame() {
        EditLabels labels = EditLabels.read(List.of(EditLabels.hash("abc def.md") + " none"));

        assertThat(labels.of("abc", "def.md")).hasValue(List.of());
    }

    @Test
    void aLabelWithoutPlaceIsRefusedWithItsText() {
        assertThatThrownBy(() -> EditLabels.read(List.of(RECORD + " step-added")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("step-added");
    }

    @Test
    void aLineWithoutRecordIsRefusedWithItsText() {
        assertThatThrownBy(() -> EditLabels.read(List.of("step-added make/steps/3")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("step-added make/steps/3");
    }

    @Test
    void theLabelsThatComeWithTheBenchmarksAreRead() {
        List<String> lines = WordFile.lines(EditLabels.class, "edit-labels.txt");

        assertThat(lines).isNotEmpty();
        assertThat(EditLabels.read(lines)).isNotNull();
    }

    @Test
    void claimsAtOpenLabelsCountOnNeitherSide() {
        EditLabel certain = new EditLabel(Set.of("step-added"), Place.makeStep(3), false);
        EditLabel missed = new EditLabel(Set.of("time-changed"), Place.recipeStep(1), false);
        EditLabel open = new EditLabel(Set.of("step-changed"), Place.recipeStep(0), true);
        Claim right = new Claim("step-added", Place.makeStep(3));
        Claim neither = new Claim("step-changed", Place.recipeStep(0));
        Claim invented = new Claim("step-changed", Place.recipeStep(2));

        LabelledScore score =
                LabelledScore.of(List.of(right, neither, invented), List.of(certain, missed, open));

        assertThat(score).isEqualTo(new LabelledScore(1, List.of(invented), 1, List.of(missed)));
    }
}
