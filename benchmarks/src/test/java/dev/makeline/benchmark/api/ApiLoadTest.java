package dev.makeline.benchmark.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.benchmark.latency.Answered;
import dev.makeline.benchmark.latency.Percentiles;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApiLoadTest {

    @Test
    void everyRouteIsToldByItselfAndAmongAll() {
        ApiLoad load =
                ApiLoad.of(
                        50,
                        List.of(
                                answered(ApiRoute.ME, 2),
                                answered(ApiRoute.ME, 4),
                                answered(ApiRoute.FILES, 30)),
                        List.of(),
                        Map.of("recipe-server", 0.009));

        assertThat(load.byRoute()).containsOnlyKeys(ApiRoute.ME, ApiRoute.FILES);
        assertThat(load.byRoute())
                .extractingByKey(ApiRoute.ME)
                .extracting(Percentiles::max)
                .isEqualTo(Duration.ofMillis(4));
        assertThat(load.all().max()).isEqualTo(Duration.ofMillis(30));
        assertThat(load.cpuMillisEach()).containsExactly(Map.entry("recipe-server", 3.0));
        assertThat(load.failures()).isEmpty();
    }

    @Test
    void aFailureIsToldAndIsNoLatency() {
        ApiLoad load =
                ApiLoad.of(
                        50,
                        List.of(
                                answered(ApiRoute.ME, 2),
                                new Answered<>(
                                        ApiRoute.ME,
                                        Duration.ZERO,
                                        Duration.ofSeconds(9),
                                        Optional.of("answered 503"))),
                        List.of(),
                        Map.of("recipe-server", 0.009));

        assertThat(load.all().max()).isEqualTo(Duration.ofMillis(2));
        assertThat(load.failures()).containsExactly("answered 503");
    }

    private static Answered<ApiRoute> answered(ApiRoute route, int millis) {
        return new Answered<>(route, Duration.ZERO, Duration.ofMillis(millis), Optional.empty());
    }
}
