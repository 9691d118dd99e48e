package dev.makeline.launcher.recipes;

import static dev.makeline.launcher.recipes.CommandRun.importing;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImportCommandTest {

    @TempDir Path folder;

    @Test
    void everyFormBecomesTheOwnOneWithItsLinesKept() {
        for (String document : List.of(Samples.JSON_LD, Samples.HTML, Samples.MARKDOWN)) {
            JsonNode json = importing(document).json();

            assertThat(json.path("recipeName").textValue()).isEqualTo("Porridge");
            assertThat(json.path("ingredients"))
                    .extracting(entry -> entry.path("original").textValue())
                    .containsExactly("100 g rolled oats", "300 ml milk");
        }
    }

    @Test
    void importingWhatWasImportedChangesNothing() {
        for (String document : Samples.ALL) {
            String once = importing(document).out();
            String line = importing(document, "--compact").out();

            assertThat(importing(once).out()).isEqualTo(once);
            assertThat(importing(line, "--compact").out()).isEqualTo(line);
            assertThat(importing(line, "--jsonl").out()).isEqualTo(line);
        }
    }

    @Test
    void numbersAreKeptDigitByDigit() {
        String document = Samples.OWN.replace("300", "300.10").replace("100,", "1e2,");

        JsonNode json = importing(document).json();

        assertThat(importing(document).out()).contains("300.10", "\"quantity\": 100");
        assertThat(json.at("/ingredients/0/quantity").intValue()).isEqualTo(100);
    }

    @Test
    void documentsOfSeveralFilesFollowOneAnother() throws IOException {
        String one = file("one.md", Samples.MARKDOWN);
        String two = file("two.json", Samples.OWN);

        assertThat(importing("", one, two).out()).contains("\n}\n{\n");
        assertThat(importing("", "--compact", one, two).lines()).hasSize(2);
    }

    @Test
    void unreadableFileIsToldAndTheOthersAreRead() throws IOException {
        String bad = file("bad.md", "nothing that is a recipe");
        String large = file("large.html", "<" + " ".repeat(6 << 20));
        String good = file("good.md", "# Tea\n\n## Ingredients\n- 1 tea bag\n");

        CommandRun run = importing("", "--compact", bad, large, good);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.lines()).hasSize(1);
        assertThat(run.err()).contains("bad.md", "large.html", "good.md: ").hasLineCount(3);
    }

    @Test
    void missingFileIsRefusedBeforeAnythingIsPrinted() throws IOException {
        String good = file("good.md", Samples.MARKDOWN);

        for (String missing : List.of(folder.resolve("none").toString(), folder.toString())) {
            CommandRun run = importing("", good, missing);

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains(missing).hasLineCount(1);
            assertThat(run.out()).isEmpty();
        }
    }

    @Test
    void everyLineHasItsDocumentOrItsError() {
        String lines =
                Samples.line().put("page", "a").put("jsonld", Samples.JSON_LD)
                        + "\n\n{\"jsonld\": %s}\n".formatted(Samples.onOneLine(Samples.JSON_LD))
                        + "{\"jsonld\": \n"
                        + Samples.line().put("html", Samples.HTML)
                        + "\n{\"page\": \"b\"}\n"
                        + Samples.line().put("markdown", Samples.MARKDOWN)
                        + "\n{\"text\": 1}\n"
                        + Samples.line().put("text", Samples.OWN);

        List<JsonNode> answers = importing(lines, "--jsonl").lines();

        assertThat(answers).hasSize(9);
        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i).has("recipeName")).isEqualTo(i % 2 == 0);
            assertThat(answers.get(i).has("error")).isEqualTo(i % 2 == 1);
            assertThat(answers.get(i).has("page")).isFalse();
        }
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }
}
