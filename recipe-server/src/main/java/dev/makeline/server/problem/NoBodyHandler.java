package dev.makeline.server.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.web.router.exceptions.UnsatisfiedBodyRouteException;
import jakarta.inject.Singleton;

@Singleton
final class NoBodyHandler
        implements ExceptionHandler<UnsatisfiedBodyRouteException, HttpResponse<Problem>> {

    @Override
    @SuppressWarnings("rawtypes") // as the interface has it
    public HttpResponse<Problem> handle(
            HttpRequest request, UnsatisfiedBodyRouteException exception) {
        return Problem.of(
                        ProblemType.INVALID_DOCUMENT,
                        "The request is empty; send the document as its body.")
                .response();
    }
}
