package dev.makeline.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.protocol.MalformedMessageException;
import dev.makeline.protocol.ProtocolJson;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ExpectationTest {

    @Test
    void expectedOutcomeAndDifferencesAreMet() throws Exception {
        JsonNode answer = answer("deviating", "ingredient", "instruction");

        assertThat(Expectation.differing("ingredient", "instruction").unmet(answer)).isEmpty();
    }

    @Test
    void everythingElseIsToldInASentence() throws Exception {
        JsonNode answer = answer("deviating", "ingredient", "ingredient", "instruction");

        assertThat(Expectation.differing("ingredient", "instruction").unmet(answer)).isPresent();
        assertThat(Expectation.EXACT.unmet(answer)).isPresent();
        assertThat(Expectation.EXACT.unmet(answer("equivalent"))).isPresent();
        assertThat(Expectation.EXACT.unmet(ProtocolJson.read("{}", JsonNode.class)))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("exact"));
    }

    @Test
    void doubledSampleIsTheOriginalTwice() throws Exception {
        List<JsonNode> original = ingredients(Sample.CRUMBLE);
        List<JsonNode> doubled = ingredients(Sample.DOUBLED);

        assertThat(doubled)
                .extracting(row -> row.get("quantity").decimalValue().stripTrailingZeros())
                .isEqualTo(
                        original.stream()
                                .map(row -> row.get("quantity").decimalValue())
                                .map(quantity ->
                                        quantity.multiply(BigDecimal.TWO).stripTrailingZeros())
                                .toList());
    }

    private static List<JsonNode> ingredients(Sample sample) throws MalformedMessageException {
        JsonNode document =
                ProtocolJson.read(
                        new String(sample.content(), StandardCharsets.UTF_8), JsonNode.class);
        return document.get("ingredients").valueStream().toList();
    }

    private static JsonNode answer(String outcome, String... fields)
            throws MalformedMessageException {
        String differences =
                String.join(
                        ",",
                        List.of(fields).stream()
                                .map("{\"recipeField\": \"%s\"}"::formatted)
                                .toList());
        return ProtocolJson.read(
                "{\"comparison\": {\"outcome\": \"%s\"}, \"differences\": [%s]}"
                        .formatted(outcome, differences),
                JsonNode.class);
    }
}
