package dev.makeline.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.benchmark.api.ApiLoad;
import dev.makeline.benchmark.api.ApiRoute;
import dev.makeline.benchmark.api.LogInCost;
import dev.makeline.benchmark.latency.Percentiles;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApiReportTest {

    private static final Percentiles QUICK = percentiles(2, 20, 21);
    private static final Percentiles SLOW = percentiles(2, 50, 90);

    @Test
    void everyRouteStandsBesideTheTarget() {
        ApiReport report = report(Map.of(ApiRoute.ME, QUICK, ApiRoute.FILES, SLOW), List.of());

        assertThat(report.measures())
                .contains(
                        new Measure(
                                "p99, GET /v1/users/me",
                                "20.0 ms",
                                "< 50 ms",
                                true,
                                "p50 2.0 ms, max 21.0 ms, 100 of them"),
                        new Measure(
                                "p99, GET /v1/files (ten files)",
                                "50.0 ms",
                                "< 50 ms",
                                false,
                                "p50 2.0 ms, max 90.0 ms, 100 of them"));
    }

    @Test
    void theFirstFailureIsShown() {
        ApiReport report = report(Map.of(), List.of("GET /v1/files answered 503", "another"));

        assertThat(report.measures())
                .contains(
                        new Measure(
                                "requests that failed",
                                "2",
                                "0",
                                false,
                                "GET /v1/files answered 503"));
    }

    @Test
    void aLogInStandsBesideTheTargetOfItsCpu() {
        ApiReport report = report(Map.of(), List.of());

        assertThat(report.measures())
                .contains(
                        new Measure(
                                "CPU of recipe-server for a log in",
                                "301 ms",
                                "≤ 300 ms",
                                false,
                                "mean of 100"));
    }

    @Test
    void whatARequestTakesOfEachProcessIsTold() {
        ApiReport report = report(Map.of(), List.of());

        assertThat(report.measures())
                .contains(Measure.told("CPU for a request, recipe-server", "4.0 ms", ""));
    }

    private static ApiReport report(Map<ApiRoute, Percentiles> byRoute, List<String> failures) {
        return new ApiReport(
                new LogInCost(301, QUICK),
                new ApiLoad(
                        50, QUICK, byRoute, QUICK, QUICK, Map.of("recipe-server", 4.04), failures));
    }

    private static Percentiles percentiles(int p50, int p99, int max) {
        return new Percentiles(
                100, Duration.ofMillis(p50), Duration.ofMillis(p99), Duration.ofMillis(max));
    }
}
