package dev.makeline.server.file.intake;

import dev.makeline.protocol.DocumentKind;
import dev.makeline.protocol.Scope;
import dev.makeline.server.access.Authority.Action;
import dev.makeline.server.access.Needs;
import dev.makeline.server.file.FileVersion;
import dev.makeline.server.file.StoredFile;
import dev.makeline.server.file.request.FileAccess;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
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
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;

/// `/v1/files/{fileId}/intake`: a recipe document among the files as one of the intake.
@Controller("/v1/files/{fileId}/intake")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Files")
final class FileIntakeController {

    private final FileAccess access;
    private final FileSending sending;

    FileIntakeController(FileAccess access, FileSending sending) {
        this.access = access;
        this.sending = sending;
    }

    @Post
    @Needs(Scope.FILES_READ)
    @Operation(
            operationId = "sendFileToIntake",
            summary = "Send the current version to the intake, once",
            description =
                    "Needs the scope recipes:write as well. What the document is, a recipe or a make, it says itself when `as` is left out.")
    @ApiResponse(
            responseCode = "202",
            description = "What became of it so far",
            content = @Content(schema = @Schema(implementation = FileIntakeItem.class)))
    HttpResponse<FileIntakeItem> send(
            HttpRequest<?> request,
            String fileId,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"recipe", "make"}))
                    @QueryValue
                    @Nullable
                    String as) {
        return HttpResponse.accepted()
                .body(sending.send(request, fileId, kind(Optional.ofNullable(as))));
    }

    @Get
    @Needs(Scope.FILES_READ)
    @Operation(
            operationId = "getFileIntake",
            summary = "What became of a version that was sent to the intake")
    FileIntakeItem get(
            HttpRequest<?> request,
            String fileId,
            @Parameter(
                            description = "The current one when left out",
                            schema = @Schema(type = "integer", minimum = "1"))
                    @QueryValue
                    @Nullable
                    String version) {
        StoredFile file = access.require(request, Action.SEE, fileId);
        int number =
                Optional.ofNullable(version)
                        .map(FileVersion::number)
                        .orElseGet(() -> Optional.of(file.versions()))
                        .filter(one -> one <= file.versions())
                        .orElseThrow(() ->
                                new ProblemException(
                                        ProblemType.FILE_NOT_FOUND,
                                        "This file has no such version."));
        return sending.state(file, number);
    }

    private static Optional<DocumentKind> kind(Optional<String> as) {
        return as.map(text ->
                switch (text) {
                    case "recipe" -> DocumentKind.RECIPE;
                    case "make" -> DocumentKind.MAKE;
                    default ->
                            throw new ProblemException(
                                    ProblemType.INVALID_REQUEST, "as is recipe or make.");
                });
    }
}
