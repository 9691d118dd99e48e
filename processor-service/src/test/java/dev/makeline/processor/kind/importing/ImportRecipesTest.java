package dev.makeline.processor.kind.importing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.processor.kind.JobResult;
import dev.makeline.processor.kind.JobResult.Impossible;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportRecipesTest {

    @TempDir Path folder;
    private Imports imports;

    @BeforeEach
    void begin() {
        imports = new Imports(folder);
    }

    @Test
    void ofTenThousandRecipesWithEveryTenthBroken9000GoIntoTheIntake() throws Exception {
        String lines =
                IntStream.rangeClosed(1, 10_000)
                        .mapToObj(i ->
                                i % 10 == 0
                                        ? "{\"recipeName\":\"Pie " + i + "\",\"ingredients\":["
                                        : Imports.recipe("Pie " + i))
                        .collect(Collectors.joining("\n"));

        JsonNode report = Imports.report(imports.run("pies.jsonl", lines));

        assertThat(report.path("counts").toString())
                .isEqualTo(
                        "{\"documents\":10000,\"accepted\":9000,\"recipes\":9000,\"makes\":0,\"refused\":1000,\"repeated\":0}");
        assertThat(imports.intake.objects()).hasSize(9000);
        assertThat(report.path("refused").path(1).path("place").asText()).isEqualTo("line 20");
        assertThat(report.path("refused").valueStream())
                .allMatch(one -> !one.path("reason").asText().isBlank());
        assertThat(report.path("accepted").path(9).path("objectKey").asText())
                .isEqualTo("recipes/jobs/%s/11.json".formatted(imports.job.value()));
        assertThat(imports.said)
                .hasSize(9)
                .startsWith(
                        "Read 10000 documents: 9000 are good, 1000 are refused, 0 say the same as others.");
        assertThat(imports.progress).isEqualTo(95);
    }

    @Test
    void aListAnObjectOfListsAndLinesAreReadAlike() throws Exception {
        String two = Imports.recipe("Apple Pie") + ",\n" + Imports.make("Apple Pie", "Ada");

        JsonNode list = Imports.report(fresh().run("pies.json", "[" + two + "]"));
        JsonNode lists =
                Imports.report(
                        fresh().run(
                                        "pies.json",
                                        "{\"from\":\"ours\",\"recipes\":[%s],\"makes\":[%s]}"
                                                .formatted(
                                                        Imports.recipe("Pear Pie"),
                                                        Imports.recipe("Pear Pie"))));
        JsonNode lines = Imports.report(fresh().run("pies.json", two.replace(",\n", "\n")));

        assertThat(list.path("counts"))
                .isEqualTo(lists.path("counts"))
                .isEqualTo(lines.path("counts"));
        assertThat(list.path("counts").path("makes").asInt()).isEqualTo(1);
        assertThat(lists.path("accepted").path(1).path("place").asText())
                .isEqualTo("makes entry 1");
        assertThat(lines.path("accepted").path(1).path("place").asText()).isEqualTo("line 2");
    }

    @Test
    void theRecipesOfAFileGoBeforeItsMakes() throws Exception {
        String lines =
                IntStream.range(0, 40)
                        .mapToObj(i ->
                                i % 2 == 0
                                        ? Imports.make("Pie " + (i + 1), "Ada")
                                        : Imports.recipe("Pie " + i))
                        .collect(Collectors.joining("\n"));

        imports.run("pies.jsonl", lines);

        List<String> keys = List.copyOf(imports.intake.objects().keySet());
        assertThat(keys.subList(0, 20)).allMatch(key -> key.startsWith("recipes/jobs/"));
        assertThat(keys.subList(20, 40)).allMatch(key -> key.startsWith("makes/jobs/"));
    }

    @Test
    void theParameterSaysWhatTheDocumentsDoNot() throws Exception {
        byte[] recipe = Imports.recipe("Apple Pie").getBytes(UTF_8);

        imports.run("pie.json", recipe, "{\"as\":\"makes\"}");

        assertThat(imports.intake.objects().keySet())
                .containsExactly("makes/jobs/%s/1.json".formatted(imports.job.value()));
    }

    @Test
    void anAttemptAfterOneThatBrokeOffPutsTheRestAndNothingTwice() throws Exception {
        String lines =
                IntStream.range(0, 50)
                        .mapToObj(i -> Imports.recipe("Pie " + i))
                        .collect(Collectors.joining("\n"));
        imports.intake.breakAfter(20);
        assertThatThrownBy(() -> imports.run("pies.jsonl", lines)).isInstanceOf(IOException.class);
        Map<String, String> before = imports.intake.objects();
        assertThat(imports.soFar)
                .startsWith("At least 16 of 50 documents went into the intake")
                .isEqualTo(imports.said.getLast());
        imports.intake.breakAfter(Integer.MAX_VALUE);

        JsonNode report = Imports.report(imports.run("pies.jsonl", lines));

        assertThat(before).hasSize(20);
        assertThat(imports.intake.objects()).hasSize(50).containsAllEntriesOf(before);
        assertThat(report.path("counts").path("accepted").asInt()).isEqualTo(50);
        assertThat(imports.said)
                .contains("20 documents were in the intake already, from an attempt before.");
    }

    @Test
    void aFileThatWasChangedBetweenAttemptsIsNotMixedWithWhatItWas() throws Exception {
        imports.run("pie.json", Imports.recipe("Apple Pie"));

        JobResult result = imports.run("pie.json", Imports.recipe("Pear Pie"));

        assertThat(result)
                .isInstanceOfSatisfying(
                        Impossible.class,
                        it -> assertThat(it.reason()).startsWith("The file was changed between"));
    }

    @Test
    void theSameDocumentTwiceIsImportedOnceAndTold() throws Exception {
        String make = Imports.make("Apple Pie", "Ada");

        JsonNode report = Imports.report(imports.run("makes.jsonl", make + "\n\n" + make + "\n"));

        assertThat(imports.intake.objects()).hasSize(1);
        assertThat(report.path("repeated").toString())
                .isEqualTo("[{\"number\":2,\"place\":\"line 3\",\"sameAs\":1}]");
    }

    @Test
    void theRecipesOfALinkedDataGraphAndOfALongPageAreDocumentsEach() throws Exception {
        String graph =
                """
                {"@context":"https://schema.org","@graph":[
                  {"@type":"WebSite","name":"Pies"},
                  {"@type":["Thing","Recipe"],"name":"Apple Pie","recipeIngredient":["3 apples"],"recipeInstructions":"Bake."},
                  {"@type":"http://schema.org/Recipe","name":"Pear Pie","recipeIngredient":["4 pears"],"recipeInstructions":"Bake."}]}
                """;
        String list =
                """
                {"@type":"ItemList","itemListElement":[
                  {"@type":"ListItem","position":1,"item":{"@type":"Recipe","name":"Plum Pie","recipeIngredient":["4 plums"],"recipeInstructions":"Bake."}}]}
                """;
        byte[] archive =
                Imports.zip(
                        Map.of(
                                "graph.jsonld", graph.getBytes(UTF_8),
                                "list.json", list.getBytes(UTF_8),
                                "page.html",
                                        ("<html><script type='application/ld+json'>"
                                                        + graph.replace("Pie", "Tart")
                                                        + "</script></html>")
                                                .getBytes(UTF_8)));

        JsonNode report = Imports.report(imports.run("all.zip", archive));

        assertThat(report.path("counts").path("accepted").asInt())
                .as(report.toString())
                .isEqualTo(5);
        assertThat(report.path("accepted").valueStream().map(one -> one.path("place").asText()))
                .containsExactlyInAnyOrder(
                        "graph.jsonld, @graph entry 2",
                        "graph.jsonld, @graph entry 3",
                        "list.json, itemListElement entry 1",
                        "page.html, recipe 1",
                        "page.html, recipe 2");
    }

    @Test
    void entriesThatLeadOutOfTheArchiveAreRefusedByNameAndTheOthersImported() throws Exception {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        byte[] pie = Imports.recipe("Apple Pie").getBytes(UTF_8);
        entries.put("../../etc/pie.json", pie);
        entries.put("/etc/pie.json", pie);
        entries.put("C:\\pie.json", pie);
        entries.put("pies\\..\\..\\pie.json", pie);
        entries.put("pies/..", pie);
        entries.put("pies/", new byte[0]);
        entries.put("__MACOSX/pies/._apple.json", pie);
        entries.put("pies/apple..pie.json", pie);
        entries.put("pies/notes.exe", pie);
        entries.put("pies/inner.zip", Imports.zip(Map.of("a.json", pie)));
        entries.put("pies/inner.json", Imports.zip(Map.of("a.json", pie)));
        entries.put("pies/broken.json", "[{},".getBytes(UTF_8));

        JsonNode report = Imports.report(imports.run("all.zip", Imports.zip(entries)));

        assertThat(report.path("accepted").valueStream().map(one -> one.path("place").asText()))
                .containsExactly("pies/apple..pie.json");
        assertThat(imports.intake.objects().keySet())
                .allMatch(key -> key.matches("recipes/jobs/[0-9A-Za-z]+/\\d+\\.json"));
        assertThat(report.path("refused").valueStream().map(one -> one.path("place").asText()))
                .contains(
                        "../../etc/pie.json",
                        "/etc/pie.json",
                        "C:\\pie.json",
                        "pies/..",
                        "pies/notes.exe",
                        "pies/inner.zip",
                        "pies/broken.json");
        assertThat(report.path("counts").path("refused").asInt()).isEqualTo(9);
    }

    @Test
    void anArchiveThatUnpacksToFarMoreThanItIsLeavesNothingInTheIntake() throws Exception {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("pie.json", Imports.recipe("Apple Pie").getBytes(UTF_8));
        entries.put("bomb.json", new byte[64 << 20]);

        JobResult result = imports.run("bomb.zip", Imports.zip(entries));

        assertThat(result)
                .isInstanceOfSatisfying(
                        Impossible.class,
                        it ->
                                assertThat(it.reason())
                                        .startsWith(
                                                "The archive unpacks to more than recipes do (at “bomb.json”)"));
        assertThat(imports.intake.objects()).isEmpty();
    }

    @Test
    void anArchiveThatIsCutOffOrNotOneLeavesNothingInTheIntake() throws Exception {
        byte[] archive =
                Imports.zip(
                        Map.of(
                                "a.json", Imports.recipe("Apple Pie").getBytes(UTF_8),
                                "b.json", Imports.recipe("Pear Pie").getBytes(UTF_8)));

        assertImpossible(
                imports.run("a.zip", Arrays.copyOf(archive, archive.length / 2)), "cut off");
        assertImpossible(imports.run("a.zip", "PK\3\4 is not all".getBytes(UTF_8)), "cut off");
        assertImpossible(
                imports.run("a.zip", Imports.zip(Map.of("empty/", new byte[0]))), "no documents");
        assertThat(imports.intake.objects()).isEmpty();
    }

    @Test
    void jsonThatBreaksOffIsNotImportedInPart() throws Exception {
        String whole = "[" + Imports.recipe("Apple Pie") + "," + Imports.recipe("Pear Pie");

        assertImpossible(imports.run("pies.json", whole), "no JSON any more at line 1");
        assertImpossible(imports.run("pies.json", whole + "] extra"), "no JSON any more");
        assertImpossible(imports.run("pies.json", whole + "][]"), "goes on after its end");
        assertThat(imports.intake.objects()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[]",
                "{}",
                "null",
                "[null]",
                "17",
                "\u0000\u0001",
                "{\"recipes\":[]}",
                "<html></html>",
                "# "
            })
    void whatHoldsNoRecipeEndsInASentence(String content) throws Exception {
        assertThat(imports.run("pies.json", content)).isInstanceOf(Impossible.class);
        assertThat(imports.intake.objects()).isEmpty();
    }

    @Test
    void hostileDocumentsAreRefusedOneByOne() throws Exception {
        String deep = "[".repeat(400) + "]".repeat(400);
        String good = Imports.recipe("Apple Pie");
        String lines =
                String.join(
                        "\n",
                        good.replace("Mix.", "\u0000"),
                        good.replace("}]}", "}],\"x\":" + deep + "}"),
                        good.replace(":2,", ":1e999999999,"),
                        good.replace(":2,", ":" + "9".repeat(5000) + ","),
                        good.replace("\"measurement\"", "\"quantity\":3,\"measurement\""),
                        good.replace("Mix.", "a".repeat(20_000)),
                        "{\"recipeName\":\"" + "x".repeat(6 << 20) + "\"}",
                        good);
        byte[] invalid = ("\n" + good.replace("Mix", "M\u00FCx")).getBytes(ISO_8859_1);
        byte[] all =
                Arrays.copyOf(lines.getBytes(UTF_8), lines.getBytes(UTF_8).length + invalid.length);
        System.arraycopy(invalid, 0, all, all.length - invalid.length, invalid.length);

        JsonNode report = Imports.report(imports.run("pies.jsonl", all));

        assertThat(report.path("counts").path("accepted").asInt()).isEqualTo(1);
        assertThat(report.path("accepted").path(0).path("place").asText()).isEqualTo("line 8");
        assertThat(report.path("counts").path("refused").asInt()).isEqualTo(8);
    }

    @Test
    void aListOfHostileEntriesIsRefusedEntryByEntryOrAsAWhole() throws Exception {
        String good = Imports.recipe("Apple Pie");
        String mixed =
                "[17, \"text\", null, [1], {}, %s, %s]"
                        .formatted(good.replace(":2,", ":-2,"), good);

        JsonNode report = Imports.report(imports.run("pies.json", mixed));

        assertThat(report.path("accepted").path(0).path("place").asText()).isEqualTo("entry 7");
        assertThat(report.path("counts").path("refused").asInt()).isEqualTo(6);
        assertImpossible(
                imports.run("pies.json", "[".repeat(1_000_000)), "beyond what any recipes need");
        assertImpossible(
                imports.run("pies.json", "[" + "{},".repeat(20_001) + "{}]"),
                "more than 20000 documents");
        assertImpossible(imports.run("pies.json", ("[" + good + "]").getBytes(UTF_16)), "UTF-16");
    }

    @Test
    void aByteOrderMarkIsNoPartOfAnything() throws Exception {
        String pies =
                "\uFEFF[" + Imports.recipe("Äpfel Pie") + "," + Imports.recipe("Pear Pie") + "]";

        JsonNode report = Imports.report(imports.run("pies.json", pies));

        assertThat(report.path("counts").path("accepted").asInt()).isEqualTo(2);
    }

    /// For runs of other jobs.
    private Imports fresh() throws IOException {
        return new Imports(Files.createTempDirectory(folder, "job"));
    }

    private static void assertImpossible(JobResult result, String reason) {
        assertThat(result)
                .isInstanceOfSatisfying(
                        Impossible.class, it -> assertThat(it.reason()).contains(reason));
    }
}
