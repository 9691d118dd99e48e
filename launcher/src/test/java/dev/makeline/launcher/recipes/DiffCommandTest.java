package dev.makeline.launcher.recipes;

import static dev.makeline.launcher.recipes.CommandRun.diff;
import static dev.makeline.launcher.recipes.Samples.pair;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DiffCommandTest {

    private static final String EXACT = "Made exactly as the recipe says.";
    private static final String WITH_BUTTER =
            Samples.OWN.replace("300, \"m", "450, \"m").replace("rolled oats", "peanut butter");

    @TempDir Path folder;

    @Test
    void documentIsMadeExactlyAsItself() throws IOException {
        for (String document : Samples.ALL) {
            CommandRun run = diff("", file("a", document), file("b", document));

            assertThat(run.out()).isEqualTo(EXACT + "\n");
            assertThat(run.exitCode()).isZero();
        }
    }

    @Test
    void formsOfOneRecipeDoNotDiffer() throws IOException {
        for (String document : Samples.ALL) {
            CommandRun run = diff("", "--json", file("a", Samples.OWN), file("b", document));

            assertThat(run.json().path("differences")).isEmpty();
        }
    }

    @Test
    void judgementIsMarkedByWordAndSign() throws IOException {
        CommandRun run = diff("", file("a", Samples.OWN), file("b", WITH_BUTTER));

        assertThat(run.out()).contains("\n  !! critical           ", "\n  !  deviation          ");
        assertThat(run.out().lines().findFirst())
                .hasValueSatisfying(line -> assertThat(line).contains("2 differences"));
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void exitCodeTellsADeviationWhenAskedTo() throws IOException {
        String recipe = file("a", Samples.OWN);
        String make = file("b", WITH_BUTTER);

        assertThat(diff("", "--exit-code", recipe, make).exitCode()).isEqualTo(1);
        assertThat(diff("", "--exit-code", recipe, recipe).exitCode()).isZero();
        assertThat(diff(pair(Samples.OWN, WITH_BUTTER), "--exit-code", "--jsonl").exitCode())
                .isEqualTo(1);
    }

    @Test
    void dashIsStandardInputOnce() throws IOException {
        String recipe = file("a", Samples.OWN);

        assertThat(diff(Samples.MARKDOWN, recipe, "-").out()).isNotEmpty();
        assertThat(diff(Samples.MARKDOWN, "-", "-").exitCode()).isEqualTo(2);
    }

    @Test
    void whatCouldNotBeReadIsTold() throws IOException {
        String bare = "# Porridge\n\n## Ingredients\n- 100 g rolled oats\n";
        String make = file("b", bare);

        assertThat(diff("", make, make).out()).contains("Not read in the make:", "no steps");
        assertThat(diff("", "--json", make, make).json().at("/unread/recipe/0").textValue())
                .contains("no steps");
    }

    @Test
    void controlCharactersOfDocumentsDoNotReachTheTerminal() throws IOException {
        String make = Samples.OWN.replace("milk\"", "\\u001b[31moat\\u202e drink\"");

        CommandRun run = diff("", file("a", Samples.OWN), file("b", make));

        assertThat(run.out()).contains("drink").doesNotContain("\u001b", "\u202e");
    }

    @Test
    void whatCannotBeReadIsOneSentenceAndExitCodeTwo() throws IOException {
        String good = file("good", Samples.OWN);
        String broken = file("broken", "{\"recipeName\": \"Porridge\",");
        String empty = file("empty", "");
        String latin =
                Files.write(folder.resolve("latin"), "# Cr\u00e8me".getBytes(ISO_8859_1))
                        .toString();
        String large = file("large", "<" + " ".repeat(6 << 20));
        String missing = folder.resolve("missing").toString();

        for (String bad : List.of(broken, empty, latin, large, missing, folder.toString())) {
            CommandRun run = diff("", good, bad);

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains(bad).hasLineCount(1);
            assertThat(run.out()).isEmpty();
        }
    }

    @Test
    void twoFilesAreNeeded() throws IOException {
        CommandRun run = diff("", file("a", Samples.OWN));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("two files");
    }

    @Test
    void sidesOfALineMayBeObjectsOrTexts() {
        String object = Samples.onOneLine(Samples.JSON_LD);
        String lines =
                "{\"recipe\": %s, \"make\": %s}\n".formatted(object, object)
                        + "{\"recipe\": [%s], \"make\": %s}\n"
                                .formatted(object, Samples.onOneLine(Samples.OWN))
                        + pair(Samples.HTML, Samples.MARKDOWN)
                        + pair(Samples.OWN, Samples.JSON_LD);

        List<JsonNode> answers = diff(lines, "--jsonl").lines();

        assertThat(answers).hasSize(4).allMatch(answer -> answer.path("differences").isEmpty());
        assertThat(answers).allMatch(answer -> answer.has("summary"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"a\\u00e9\"", "17", "1.50e3", "null", "{\"a\": [1, \"}\"]}", "[]", "true"})
    void idComesBackAsItWas(String id) {
        String line = "{\"make\": 1, \"id\": %s, \"other\": {\"id\": 2}}\n".formatted(id);

        JsonNode answer = diff(line, "--jsonl").json();

        assertThat(answer.path("error").textValue()).contains("no recipe");
        assertThat(answer.has("other")).isFalse();
        assertThat(answer.has("id")).isEqualTo(!id.equals("null"));
        if (answer.has("id")) {
            assertThat(diff(line, "--jsonl").out())
                    .startsWith("{\"id\":" + id.replace("\\u00e9", "\u00e9"));
        }
    }

    @Test
    void everyLineHasItsAnswerWhateverStandsOnIt() throws IOException {
        String good = pair(Samples.OWN, Samples.OWN);
        List<String> bad =
                List.of(
                        "",
                        "  ",
                        "{",
                        "[]",
                        "null",
                        "{} {}",
                        "{\"recipe\": 1}",
                        "{\"recipe\": \"x\", \"recipe\": \"y\"}",
                        "{\"recipe\": " + "[".repeat(5_000),
                        "{\"recipe\": \"" + "x".repeat(11 << 20) + "\"}",
                        "{\"recipe\": [" + "{},".repeat(500_000) + "{}], \"make\": {}}",
                        "{\"recipe\": {}, \"make\": {}}",
                        pair(Samples.OWN, "").trim(),
                        pair("\ud800", Samples.OWN).trim());
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (String line : bad) {
            lines.write((line + "\n" + good).getBytes(UTF_8));
        }
        lines.write("{\"recipe\": \"\u00e8\"}\n".getBytes(ISO_8859_1));
        lines.write(good.trim().getBytes(UTF_8));

        CommandRun run = diff(lines.toByteArray(), "--jsonl");

        List<JsonNode> answers = run.lines();
        assertThat(run.exitCode()).isZero();
        assertThat(answers).hasSize(2 * bad.size() + 2);
        for (int i = 0; i < answers.size(); i += 2) {
            assertThat(answers.get(i).path("error").textValue())
                    .doesNotContain("fault")
                    .endsWith(".");
            assertThat(answers.get(i + 1).at("/summary/headline").textValue()).isEqualTo(EXACT);
        }
    }

    @Test
    void unreadableSideIsNamedWithItsPlace() {
        String make = Samples.OWN.replace("300", "-300");

        JsonNode answer = diff(pair(Samples.OWN, make), "--jsonl").json();

        assertThat(answer.path("side").textValue()).isEqualTo("make");
        assertThat(answer.path("place").textValue()).startsWith("/ingredients/1/quantity");
    }

    @Test
    void linesMayComeFromFiles() throws IOException {
        String lines = file("pairs", pair(Samples.OWN, Samples.OWN).repeat(3));

        assertThat(diff("", "--jsonl", lines, lines).lines()).hasSize(6);
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }
}
