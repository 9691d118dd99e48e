package dev.makeline.server.throttle;

import dev.makeline.server.problem.Problem;
import dev.makeline.server.problem.ProblemType;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import java.time.Duration;

/// The answer to whoever tries too often: 429 with Retry-After.
public final class SlowDown {

    private SlowDown() {}

    public static MutableHttpResponse<Problem> answer(Duration retryAfter) {
        long seconds = Math.max(1, retryAfter.toSeconds());
        return Problem.of(
                        ProblemType.TOO_MANY_REQUESTS,
                        "That was tried too often; try again in %d seconds.".formatted(seconds))
                .response()
                .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    }
}
