package dev.makeline.server.problem;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ConversionErrorHandler;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/// A parameter of path or query that is not of its type.
@Singleton
@Replaces(ConversionErrorHandler.class)
final class ParameterHandler
        implements ExceptionHandler<ConversionErrorException, HttpResponse<Problem>> {

    private static final int SHOWN = 40;

    @Override
    @SuppressWarnings("rawtypes") // as the interface has it
    public HttpResponse<Problem> handle(HttpRequest request, ConversionErrorException exception) {
        String given =
                exception
                        .getConversionError()
                        .getOriginalValue()
                        .map(value -> shortened(value.toString()))
                        .orElse("what was given");
        return Problem.of(
                        ProblemType.INVALID_REQUEST,
                        "'%s' is no value for %s; /docs says what it takes."
                                .formatted(given, exception.getArgument().getName()))
                .response();
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
