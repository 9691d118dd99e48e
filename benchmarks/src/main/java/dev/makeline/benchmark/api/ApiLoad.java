package dev.makeline.benchmark.api;

import dev.makeline.benchmark.latency.Answered;
import dev.makeline.benchmark.latency.Percentiles;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// What came of the requests of one load.
///
/// @param perSecond requests that were due each second
/// @param all every route together
/// @param byRoute those that were asked for
/// @param forms contents sent to what stands in for S3, which are no requests to the server
/// @param failures of requests that were not answered with a success
public record ApiLoad(
        double perSecond,
        Percentiles all,
        Map<ApiRoute, Percentiles> byRoute,
        Percentiles forms,
        List<String> failures) {

    static ApiLoad of(
            double perSecond, List<Answered<ApiRoute>> answers, List<Duration> formLatencies) {
        Map<ApiRoute, Percentiles> byRoute = new EnumMap<>(ApiRoute.class);
        for (ApiRoute route : ApiRoute.values()) {
            Percentiles percentiles = of(answers, answer -> answer.kind() == route);
            if (percentiles.count() > 0) {
                byRoute.put(route, percentiles);
            }
        }
        return new ApiLoad(
                perSecond,
                of(answers, _ -> true),
                byRoute,
                Percentiles.of(formLatencies),
                answers.stream().map(Answered::failure).flatMap(Optional::stream).toList());
    }

    private static Percentiles of(
            List<Answered<ApiRoute>> answers, Predicate<Answered<ApiRoute>> which) {
        return Percentiles.of(
                answers.stream()
                        .filter(answer -> answer.failure().isEmpty())
                        .filter(which)
                        .map(Answered::latency)
                        .toList());
    }
}
