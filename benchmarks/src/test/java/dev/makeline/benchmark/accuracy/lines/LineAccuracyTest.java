package dev.makeline.benchmark.accuracy.lines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.benchmark.accuracy.lines.LineAccuracy.FieldScore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineAccuracyTest {

    @Test
    void eachFieldIsScoredByItself(@TempDir Path folder) throws IOException {
        Path csv = folder.resolve("lines.csv");
        Files.writeString(
                csv,
                """
                input,name,quantity,unit,preparation,comment
                "2 cups onions, diced",Onion,2,cup,diced,
                "1/2 cup milk",cream,0.5,cups,,
                """);

        LineAccuracy accuracy = LineAccuracy.of(csv);

        assertThat(accuracy.lines()).isEqualTo(2);
        assertThat(accuracy.fields())
                .contains(
                        new FieldScore("quantity", 1, 1),
                        new FieldScore("unit", 1, 1),
                        new FieldScore("name", 0.5, 0.5));
        assertThat(accuracy.wrong())
                .containsExactly("1/2 cup milk: name, labelled cream, read milk");
    }
}
