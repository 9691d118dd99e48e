package dev.makeline.server.problem;

import dev.makeline.protocol.LedgerUnavailableException;
import dev.makeline.protocol.UploadJobsNotSentException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/// What no request is to blame for. A system that is busy or cannot be reached, after the clients'
/// own retries, is 503, so that callers come again; everything else is a bug and is 500. Neither
/// says more than that.
@Singleton
final class FaultHandler implements ExceptionHandler<RuntimeException, HttpResponse<Problem>> {

    private static final Logger log = LoggerFactory.getLogger(FaultHandler.class);

    @Override
    @SuppressWarnings("rawtypes") // as the interface has it
    public HttpResponse<Problem> handle(HttpRequest request, RuntimeException exception) {
        if (isUnavailable(exception)) {
            log.atWarn()
                    .addKeyValue("path", request.getPath())
                    .addKeyValue("cause", exception.getMessage())
                    .log("Not done, since what it needs is not available");
            return Problem.unavailable().response();
        }
        log.atError()
                .addKeyValue("method", request.getMethodName())
                .addKeyValue("path", request.getPath())
                .setCause(exception)
                .log("A request failed by a fault of the server");
        return Problem.of(
                        ProblemType.INTERNAL,
                        "This is a fault of the server, not of the request; its log tells more.")
                .response();
    }

    private static boolean isUnavailable(RuntimeException exception) {
        return exception instanceof SdkException
                || exception instanceof UnavailableException
                || exception instanceof LedgerUnavailableException
                || exception instanceof UploadJobsNotSentException;
    }
}
