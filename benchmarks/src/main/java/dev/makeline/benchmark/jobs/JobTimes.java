package dev.makeline.benchmark.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;

/// How long one job took, by the times that the API tells of it.
///
/// @param whole from its creation to its success
/// @param dispatch until its task was being started
/// @param starting until the task had claimed it
/// @param running until the success
public record JobTimes(Duration whole, Duration dispatch, Duration starting, Duration running) {

    static JobTimes of(JsonNode job) {
        return new JobTimes(
                Duration.between(
                        Instant.parse(job.path("createdAt").asText()),
                        Instant.parse(job.path("changedAt").asText())),
                Duration.ofMillis(job.at("/times/waitingMillis").asLong()),
                Duration.ofMillis(job.at("/times/startingMillis").asLong()),
                Duration.ofMillis(job.at("/times/runningMillis").asLong()));
    }
}
