package dev.makeline.recipe.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

final class KitchenLinesTest {

    @ParameterizedTest
    @CsvFileSource(resources = "kitchen-lines.txt", delimiter = '|', emptyValue = "")
    void lineIsReadAsACookMeansIt(String line, String quantity, String unit, String name) {
        IngredientLine reading = IngredientLine.read(line);

        assertThat(List.of(reading.quantity(), reading.unit(), reading.name()))
                .containsExactly(text(quantity), text(unit), text(name));
    }

    private static String text(String column) {
        return column == null ? "" : column;
    }
}
