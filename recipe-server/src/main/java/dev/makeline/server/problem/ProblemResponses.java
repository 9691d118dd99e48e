package dev.makeline.server.problem;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Gives the errors that Micronaut finds by itself (no such path, wrong method, too large) the form
/// of every other error, whatever the client accepts. What Micronaut would say of the cause is left
/// out: it names classes.
@Singleton
@Replaces(ErrorResponseProcessor.class)
final class ProblemResponses implements ErrorResponseProcessor<Problem> {

    @Override
    public MutableHttpResponse<Problem> processResponse(
            ErrorContext context, MutableHttpResponse<?> response) {
        return response.contentType(Problem.CONTENT_TYPE).body(problem(context, response));
    }

    private static Problem problem(ErrorContext context, HttpResponse<?> response) {
        int status = response.code();
        String path = context.getRequest().getPath();
        String method = context.getRequest().getMethodName();
        return ProblemType.generalOf(status)
                .map(type -> isOfFile(type, path) ? ProblemType.CONTENT_TOO_LARGE : type)
                .map(type -> Problem.of(type, detail(type, method, path)))
                .orElseGet(() ->
                        new Problem(
                                "about:blank",
                                response.reason(),
                                status,
                                "The request was refused.",
                                Optional.empty()));
    }

    private static boolean isOfFile(ProblemType type, String path) {
        return type == ProblemType.DOCUMENT_TOO_LARGE
                && path.startsWith("/v1/files/")
                && path.endsWith("/content");
    }

    private static String detail(ProblemType type, String method, String path) {
        return switch (type) {
            case NOT_FOUND -> "Nothing stands at %s; /docs lists every path.".formatted(path);
            case METHOD_NOT_ALLOWED ->
                    "%s does not take %s; the Allow header lists what it takes."
                            .formatted(path, method);
            case UNSUPPORTED_MEDIA_TYPE -> "Send the body with Content-Type: application/json.";
            case NOT_ACCEPTABLE -> "Ask with Accept: application/json.";
            case DOCUMENT_TOO_LARGE -> "The body is larger than any document may be (1 MiB).";
            case CONTENT_TOO_LARGE ->
                    "Contents of up to 5 MiB go through the server; send larger ones straight to the store, with the form that POST /v1/files or POST /v1/files/{fileId}/uploads answers.";
            case UNAVAILABLE -> Problem.unavailable().detail();
            case INTERNAL -> "This is a fault of the server, not of the request.";
            default -> "The request cannot be understood; /docs says what this path takes.";
        };
    }
}
