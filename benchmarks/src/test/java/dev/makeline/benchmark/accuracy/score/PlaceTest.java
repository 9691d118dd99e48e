package dev.makeline.benchmark.accuracy.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PlaceTest {

    @Test
    void aPlaceIsReadAsItIsWritten() {
        Place place = Place.makeStep(2);

        assertThat(place).hasToString("make/steps/2");
        assertThat(Place.read("make/steps/2")).isEqualTo(place);
    }

    @Test
    void aPlaceWithoutDocumentIsRefused() {
        assertThatThrownBy(() -> Place.read("steps"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("steps");
    }
}
