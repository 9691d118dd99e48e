package dev.makeline.benchmark.api;

import dev.makeline.benchmark.latency.Answered;
import dev.makeline.benchmark.latency.Percentiles;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/// What came of the requests of one load.
///
/// @param perSecond requests that were due each second
/// @param all every route together
/// @param byRoute those that were asked for
/// @param lag of the benchmark itself, which every latency contains
/// @param forms contents sent to what stands in for S3, which are no requests to the server
/// @param cpuMillisEach of each process for a request, everything that it did meanwhile included
/// @param failures of requests that were not answered with a success
public record ApiLoad(
        double perSecond,
        Percentiles all,
        Map<ApiRoute, Percentiles> byRoute,
        Percentiles lag,
        Percentiles forms,
        Map<String, Double> cpuMillisEach,
        List<String> failures) {

    static ApiLoad of(
            double perSecond,
            List<Answered<ApiRoute>> answers,
            List<Duration> formLatencies,
            Map<String, Double> cpuSeconds) {
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
                Percentiles.of(answers.stream().map(Answered::lag).toList()),
                Percentiles.of(formLatencies),
                cpuMillisEach(cpuSeconds, answers.size()),
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

    private static Map<String, Double> cpuMillisEach(Map<String, Double> cpuSeconds, int count) {
        Map<String, Double> each = new TreeMap<>();
        cpuSeconds.forEach((process, seconds) -> each.put(process, seconds * 1000 / count));
        return each;
    }
}
