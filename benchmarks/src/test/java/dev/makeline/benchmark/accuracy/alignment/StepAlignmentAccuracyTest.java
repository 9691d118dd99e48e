package dev.makeline.benchmark.accuracy.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.benchmark.accuracy.score.Tally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepAlignmentAccuracyTest {

    @Test
    void stepsAreAlignedWhenTheirActionsAre(@TempDir Path folder) throws IOException {
        Path recipes = Files.createDirectories(folder.resolve("soup/recipes"));
        String words =
                """
                1\tBoil\t_\t_\tB-A
                2\twater\t_\t_\tO
                3\t.\t_\t_\tO
                4\tChop\t_\t_\tB-A
                5\tonions\t_\t_\tO
                6\t.\t_\t_\tO
                """;
        Files.writeString(recipes.resolve("one.conllu"), words);
        Files.writeString(recipes.resolve("two.conllu"), words);
        Files.writeString(
                folder.resolve("soup/alignments.tsv"),
                "file1\ttoken1\tfile2\ttoken2\none\t1\ttwo\t1\none\t4\ttwo\t4\n");

        StepAlignmentAccuracy accuracy = StepAlignmentAccuracy.of(folder);

        assertThat(accuracy.pairs()).isEqualTo(1);
        assertThat(accuracy.own()).isEqualTo(new Tally(2, 2, 2));
        assertThat(accuracy.equalLines()).isEqualTo(new Tally(2, 2, 2));
    }
}
