package dev.makeline.benchmark.accuracy.pages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.makeline.document.Reading;
import dev.makeline.document.RecipeDocumentReader;
import dev.makeline.document.jsonld.LooseJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Scores the reading of one page. Lines are compared literally, after blanks of every kind were
/// made single ones.
final class PageScore {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final RecipeDocumentReader READER = new RecipeDocumentReader();

    private PageScore() {}

    /// @param line a JSON object with `page`, `jsonld` and `expected`
    static PageOutcome score(String line) throws JsonProcessingException {
        JsonNode page = MAPPER.readTree(line);
        String text = page.path("jsonld").asText();
        StandingText data =
                new StandingText(LooseJson.read(text).orElse(MissingNode.getInstance()));
        Reading reading = READER.read(text);
        JsonNode document =
                reading instanceof Reading.Read(var read) ? read.json() : MAPPER.nullNode();
        List<String> ingredients = texts(page.at("/expected/ingredients"), "");
        List<String> steps = texts(page.at("/expected/instructions_list"), "");
        List<String> withSections = withSections(document.path("steps"));
        return new PageOutcome(
                page.path("page").asText(),
                reading instanceof Reading.Unreadable unreadable
                        ? Optional.of(unreadable.reason())
                        : Optional.empty(),
                ListScore.of(ingredients, texts(document.path("ingredients"), "original"), data),
                ListScore.of(steps, texts(document.path("steps"), "stepText"), data),
                ListScore.of(steps, withSections, data),
                ListScore.of(
                        without(steps, data.headings()),
                        without(withSections, data.headings()),
                        data));
    }

    private static List<String> withSections(JsonNode steps) {
        List<String> lines = new ArrayList<>();
        String section = "";
        for (JsonNode step : steps) {
            String own = tidy(step.path("section").asText());
            boolean named = own.equals(tidy(step.path("stepText").asText()));
            if (!own.equals(section) && !own.isEmpty() && !named) {
                lines.add(own);
            }
            section = own;
            lines.add(tidy(step.path("stepText").asText()));
        }
        return lines;
    }

    private static List<String> texts(JsonNode list, String field) {
        return Stream.of(list)
                .flatMap(JsonNode::valueStream)
                .map(entry -> tidy((field.isEmpty() ? entry : entry.path(field)).asText()))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static List<String> without(List<String> lines, Set<String> headings) {
        return lines.stream().filter(line -> !headings.contains(line)).toList();
    }

    static String tidy(String text) {
        return text.replaceAll("[\\s\\p{Z}\u200B\uFEFF]+", " ").strip();
    }
}
