package dev.makeline.server.file.trash;

import dev.makeline.protocol.Scope;
import dev.makeline.server.access.Needs;
import dev.makeline.server.file.request.FileAnswers;
import dev.makeline.server.file.request.FileItem;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Header;
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

/// `/v1/files/{fileId}`: deleting, restoring, purging.
@Controller("/v1/files/{fileId}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Files")
final class TrashController {

    private final FileTrash trash;
    private final FileAnswers answers;

    TrashController(FileTrash trash, FileAnswers answers) {
        this.trash = trash;
        this.answers = answers;
    }

    @Delete
    @Needs(Scope.FILES_WRITE)
    @Operation(
            operationId = "deleteFile",
            summary = "Delete a file to the trash, or for good",
            description =
                    "May be repeated: a file that is in the trash stays there. What never became a file is gone at once. Administrators are told of each deletion of a file.")
    @ApiResponse(responseCode = "204", description = "It is deleted")
    HttpResponse<?> delete(
            HttpRequest<?> request,
            String fileId,
            @Parameter(
                            description = "For good, with all versions",
                            schema = @Schema(type = "boolean", defaultValue = "false"))
                    @QueryValue
                    @Nullable
                    String purge,
            @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        trash.delete(request, fileId, isYes(purge), Optional.ofNullable(ifMatch));
        return HttpResponse.noContent();
    }

    @Post("/restoration")
    @Needs(Scope.FILES_WRITE)
    @Operation(operationId = "restoreFile", summary = "Take a file back from the trash")
    @ApiResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(schema = @Schema(implementation = FileItem.class)))
    HttpResponse<?> restore(
            HttpRequest<?> request,
            String fileId,
            @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return answers.ok(trash.restore(request, fileId, Optional.ofNullable(ifMatch)));
    }

    private static boolean isYes(@Nullable String purge) {
        if (purge == null || purge.equals("false")) {
            return false;
        }
        if (purge.equals("true")) {
            return true;
        }
        throw new ProblemException(ProblemType.INVALID_REQUEST, "purge is true or false.");
    }
}
