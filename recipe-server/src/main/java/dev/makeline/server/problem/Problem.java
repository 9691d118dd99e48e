package dev.makeline.server.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

/// An error as RFC 9457 problem JSON.
///
/// @param type a stable URI reference of the kind of problem
/// @param title the kind of problem in a few words; the same for every problem of a type
/// @param status the HTTP status
/// @param detail what is wrong with this very request, and what to do
/// @param place where in the document: a JSON pointer, with line and column where known
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(name = "Problem")
public record Problem(
        @Schema(example = "/problems/recipe-not-found") String type,
        @Schema(example = "Recipe not found") String title,
        @Schema(example = "404") int status,
        @Schema(example = "There is no recipe 7.") String detail,
        @Schema(
                        example = "/ingredients/2/quantity (line 12, column 20)",
                        requiredMode = Schema.RequiredMode.NOT_REQUIRED)
                Optional<String> place) {

    public static final String CONTENT_TYPE = "application/problem+json";

    /// Seconds; the server sheds or waits for what is usually back at once.
    private static final String RETRY_AFTER = "1";

    public static Problem of(ProblemType type, String detail) {
        return at(type, detail, Optional.empty());
    }

    public static Problem at(ProblemType type, String detail, Optional<String> place) {
        return new Problem(type.uri(), type.title(), type.status(), detail, place);
    }

    public static Problem unavailable() {
        return of(
                ProblemType.UNAVAILABLE,
                "The server cannot do this at the moment; nothing is lost, try again in a second.");
    }

    public MutableHttpResponse<Problem> response() {
        MutableHttpResponse<Problem> response =
                HttpResponse.<Problem>status(HttpStatus.valueOf(status))
                        .contentType(CONTENT_TYPE)
                        .body(this);
        if (status == HttpStatus.SERVICE_UNAVAILABLE.getCode()) {
            response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
        }
        return response;
    }
}
