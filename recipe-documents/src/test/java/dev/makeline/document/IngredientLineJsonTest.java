package dev.makeline.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.makeline.recipe.line.IngredientLine;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class IngredientLineJsonTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Example
    void everyFieldOfTheLineIsThere() {
        JsonNode line = written("1 1/2 cups flour, sifted, plus more for dusting (optional)");

        assertThat(line.get("quantity").textValue()).isEqualTo("1.5");
        assertThat(line.get("unit").textValue()).isEqualTo("cup");
        assertThat(line.get("name").textValue()).isEqualTo("flour");
        assertThat(line.get("preparation").textValue()).isEqualTo("sifted");
        assertThat(line.get("comment").textValue()).contains("plus more for dusting");
        assertThat(line.get("optional").booleanValue()).isTrue();
        assertThat(line.get("understanding").textValue()).isEqualTo("whole");
        assertThat(line.get("original").textValue())
                .isEqualTo("1 1/2 cups flour, sifted, plus more for dusting (optional)");
    }

    @Example
    void fractionStandsBesideItsDecimalNumber() {
        JsonNode amount = written("1 1/2 to 2 cups milk").get("amounts").get(0);

        assertThat(amount.toString())
                .isEqualTo(
                        """
                        {"low":1.5,"lowText":"1 1/2","high":2,"unit":"cup","role":"total","approximate":false}\
                        """);
    }

    @Example
    void numberThatIsNoDecimalHasSixSignificantDigits() {
        JsonNode amount = written("2/3 cup milk").get("amounts").get(0);

        assertThat(amount.get("low").asText()).isEqualTo("0.666667");
        assertThat(amount.get("lowText").textValue()).isEqualTo("2/3");
    }

    @Example
    void longDecimalNumberIsExact() {
        JsonNode amount = written("1234567 g rice").get("amounts").get(0);

        assertThat(amount.get("low").asText()).isEqualTo("1234567");
        assertThat(amount.has("lowText")).isFalse();
    }

    @Example
    void choicesAreInKebabCase() {
        JsonNode amounts = written("3 cups minus 2 tablespoons flour").get("amounts");

        assertThat(amounts.get(1).get("role").textValue()).isEqualTo("taken-off");
        assertThat(written("").get("understanding").textValue()).isEqualTo("no-food");
    }

    @Property
    void anyLineIsOneJsonObjectThatKeepsIt(@ForAll String line) {
        assertThat(written(line).get("original").textValue()).isEqualTo(line);
    }

    private static JsonNode written(String line) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.getFactory().createGenerator(text)) {
            IngredientLineJson.write(IngredientLine.read(line), json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read(text.toString());
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
