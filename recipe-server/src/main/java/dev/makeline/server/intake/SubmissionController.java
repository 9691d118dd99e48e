package dev.makeline.server.intake;

import dev.makeline.operations.TraceScope;
import dev.makeline.protocol.ProtocolJson;
import dev.makeline.protocol.Scope;
import dev.makeline.protocol.Submission;
import dev.makeline.protocol.SubmissionOutcome;
import dev.makeline.server.access.Needs;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;

/// `POST /v1/intake/submissions`: how sender-service hands over what it fetched. Idempotent by the
/// object version, without a key.
@Controller("/v1/intake/submissions")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Intake")
final class SubmissionController {

    private final Submissions submissions;

    SubmissionController(Submissions submissions) {
        this.submissions = submissions;
    }

    @Post
    @Needs(Scope.INTAKE_SUBMIT)
    @Operation(
            operationId = "submitObject",
            summary = "Submit an object of the bucket; for sender-service alone")
    @ApiResponse(
            responseCode = "200",
            description = "What was decided; durable",
            content = @Content(schema = @Schema(implementation = SubmissionAnswer.class)))
    HttpResponse<String> submit(
            @RequestBody(
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(implementation = SubmissionBody.class)))
                    @Body
                    byte[] body) {
        Submission submission = read(body);
        try (var _ = TraceScope.of(submission.job().traceparent())) {
            SubmissionOutcome outcome = submissions.decide(submission);
            return HttpResponse.ok(write(outcome)).contentType(MediaType.APPLICATION_JSON_TYPE);
        }
    }

    private static Submission read(byte[] body) {
        try {
            return ProtocolJson.mapper().readValue(body, Submission.class);
        } catch (IOException e) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST,
                    "This is not a submission: verdict (document or refusal), job, and lastModified and document, or reason.");
        }
    }

    /// With its `outcome`, which only the interface declares.
    private static String write(SubmissionOutcome outcome) {
        try {
            return ProtocolJson.mapper()
                    .writerFor(SubmissionOutcome.class)
                    .writeValueAsString(outcome);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot write a submission's outcome", e);
        }
    }
}
