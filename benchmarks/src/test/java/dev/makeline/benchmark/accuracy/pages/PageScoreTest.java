package dev.makeline.benchmark.accuracy.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PageScoreTest {

    private static final String DATA =
            """
            {"@type": "Recipe", "name": "Rice", "recipeIngredient": ["1 cup rice", "2 cups water"],
             "recipeInstructions": [{"@type": "HowToSection", "name": "First", "itemListElement":
               [{"@type": "HowToStep", "name": "Rinse", "text": "In cold water."}]}]}
            """;

    @Test
    void linesAreComparedLiterally() throws JsonProcessingException {
        PageOutcome outcome =
                score(
                        List.of("1 cup rice", "2 Cups  water"),
                        List.of("First", "Rinse", "In cold water."));

        assertThat(outcome.refusal()).isEmpty();
        assertThat(outcome.ingredients()).isEqualTo(new ListScore(false, false, 2, 1, 1));
        assertThat(outcome.literalSteps().equal()).isTrue();
        assertThat(outcome.steps()).isEqualTo(new ListScore(true, true, 3, 3, 3));
    }

    @Test
    void sectionsAreLinesAndPlainStepsHaveNone() throws JsonProcessingException {
        assertThat(score(List.of(), List.of("First", "Rinse", "In cold water.")).steps().equal())
                .isTrue();
        assertThat(score(List.of(), List.of("In cold water.")).plainSteps().equal()).isTrue();
        assertThat(score(List.of(), List.of("In hot water.")).plainSteps().equal()).isFalse();
    }

    private static PageOutcome score(List<String> ingredients, List<String> steps)
            throws JsonProcessingException {
        ObjectNode page = new JsonMapper().createObjectNode().put("page", "a").put("jsonld", DATA);
        ObjectNode expected = page.putObject("expected");
        ingredients.forEach(expected.putArray("ingredients")::add);
        steps.forEach(expected.putArray("instructions_list")::add);
        return PageScore.score(page.toString());
    }
}
