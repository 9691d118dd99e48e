package dev.makeline.benchmark.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccuracyTest {

    @Test
    void withoutDataOnlyComposedPairsAreMeasuredAndTheRestIsNamed() throws IOException {
        List<Measured> all = new Accuracy(Optional.empty(), 5, 1).measure();

        assertThat(all.stream().flatMap(measured -> measured.rows().stream()).map(Row::measure))
                .containsExactly(
                        "differences of equivalent pairs of composed recipes",
                        "F1 of seeded edits of composed recipes");
        assertThat(all.stream().flatMap(measured -> measured.notes().stream()))
                .contains(
                        "Left out: people's edits, because no --data is given; it needs recipe-edits.jsonl.");
    }

    @Test
    void theSameSeedMeasuresTheSame() throws IOException {
        assertThat(new Accuracy(Optional.empty(), 20, 3).measure())
                .isEqualTo(new Accuracy(Optional.empty(), 20, 3).measure());
    }

    @Test
    void recordsThatNobodyLabelledAreCountedAlone(@TempDir Path data) throws IOException {
        Files.writeString(
                data.resolve("recipe-edits.jsonl"),
                """
                {"commit": "none", "file": "soup.md", "before": "# Soup\\n\\n## Ingredients\\n\\n- 2 carrots\\n\\n## Directions\\n\\n1. Boil the carrots.\\n", "after": "# Soup\\n\\n## Ingredients\\n\\n- 2 carrots\\n- 1 onion\\n\\n## Directions\\n\\n1. Boil the carrots.\\n"}
                """);

        Measured measured = PeoplesEdits.measure(data.resolve("recipe-edits.jsonl"));

        assertThat(measured.rows())
                .containsExactly(
                        Row.told(
                                "people's edits: unlabelled records",
                                "1",
                                "1 differences claimed, none in 0 records; nobody has said what is right"));
    }
}
