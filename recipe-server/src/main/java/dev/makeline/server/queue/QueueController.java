package dev.makeline.server.queue;

import dev.makeline.protocol.Scope;
import dev.makeline.server.access.Needs;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import dev.makeline.server.request.JsonFields;
import dev.makeline.server.request.Page;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `/v1/queues`: what waits between the services, and what was given up.
@Controller("/v1/queues")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Administration")
final class QueueController {

    @Schema(name = "Queues")
    record QueueList(List<QueueItem> items) {}

    private final QueueOverview queues;

    QueueController(QueueOverview queues) {
        this.queues = queues;
    }

    @Get
    @Needs(Scope.ADMIN)
    @Operation(
            operationId = "listQueues",
            summary = "Every queue with its dead-letter queue, and how many messages stand in them",
            description = "The counts are SQS's, which it calls approximate.")
    QueueList list() {
        return new QueueList(queues.all());
    }

    @Get("/{queue}/dead-letters")
    @Needs(Scope.ADMIN)
    @Operation(
            operationId = "listDeadLetters",
            summary = "Messages that were given up, and why",
            description =
                    "A look takes none: they are hidden from others for a second or two. Which ones are among the first is SQS's choice; there is no next page, but after replaying others come.")
    DeadLetters.Seen deadLetters(
            @Parameter(example = "makeline-upload-jobs") String queue,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "200"))
                    @QueryValue
                    @Nullable String limit) {
        return queues.look(queue, Page.size(limit));
    }

    @Post("/{queue}/dead-letters/replay")
    @Needs(Scope.ADMIN)
    @Operation(
            operationId = "replayDeadLetters",
            summary = "Send one dead letter, or all of them, to the queue that they came from",
            description =
                    "Each is sent again and then deleted; nothing is lost when that is cut off, and doing it twice has the effect of once. Some hundred in one call: more says whether to call again.")
    @ApiResponse(
            responseCode = "200",
            description = "How many were sent again",
            content = @Content(schema = @Schema(implementation = Replay.Replayed.class)))
    Replay.Replayed replay(
            HttpRequest<?> request,
            @Parameter(example = "makeline-upload-jobs") String queue,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = ReplayBody.class)))
                    @Body
                    byte[] body) {
        JsonFields fields = JsonFields.of(body);
        Optional<String> messageId = fields.optionalText("messageId");
        boolean all = fields.optionalTruth("all").orElse(false);
        if (messageId.isPresent() == all) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST,
                    "Name either the messageId of one dead letter, or all: true.");
        }
        return messageId
                .map(id -> queues.replayOne(request, queue, id))
                .orElseGet(() -> queues.replayAll(request, queue));
    }
}
