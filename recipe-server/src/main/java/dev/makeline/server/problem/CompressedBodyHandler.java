package dev.makeline.server.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.netty.handler.codec.compression.DecompressionException;
import jakarta.inject.Singleton;

/// A body that is not compressed as its Content-Encoding says is the request's fault.
@Singleton
final class CompressedBodyHandler
        implements ExceptionHandler<DecompressionException, HttpResponse<Problem>> {

    @Override
    @SuppressWarnings("rawtypes") // as the interface has it
    public HttpResponse<Problem> handle(HttpRequest request, DecompressionException exception) {
        return Problem.of(
                        ProblemType.INVALID_REQUEST,
                        "The body is not compressed as Content-Encoding says; send it as it says, or without that header.")
                .response();
    }
}
