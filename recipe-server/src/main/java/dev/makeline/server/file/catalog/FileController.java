package dev.makeline.server.file.catalog;

import dev.makeline.protocol.Scope;
import dev.makeline.server.access.Authority.Action;
import dev.makeline.server.access.Caller;
import dev.makeline.server.access.Needs;
import dev.makeline.server.file.FileState;
import dev.makeline.server.file.StoredFile;
import dev.makeline.server.file.request.FileAccess;
import dev.makeline.server.file.request.FileAnswers;
import dev.makeline.server.file.request.FileItem;
import dev.makeline.server.file.store.FileStore;
import dev.makeline.server.file.upload.UploadCompletion;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import dev.makeline.server.request.JsonFields;
import dev.makeline.server.request.Page;
import dev.makeline.server.request.Whose;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Patch;
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
import java.util.Optional;

/// `/v1/files`: what is there.
@Controller("/v1/files")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Files")
final class FileController {

    private final FileAccess access;
    private final FileStore store;
    private final FileList list;
    private final FileDescription description;
    private final UploadCompletion completion;
    private final FileAnswers answers;

    FileController(
            FileAccess access,
            FileStore store,
            FileList list,
            FileDescription description,
            UploadCompletion completion,
            FileAnswers answers) {
        this.access = access;
        this.store = store;
        this.list = list;
        this.description = description;
        this.completion = completion;
        this.answers = answers;
    }

    @Get
    @Needs(Scope.FILES_READ)
    @Operation(
            operationId = "listFiles",
            summary = "My files; for administrators everybody's",
            description =
                    "Everybody's files come in the order of their last change; a page of a search among them may be short, or empty, although more follow.")
    Page<FileItem> list(
            HttpRequest<?> request,
            @Parameter(
                            description =
                                    "Everybody's files, as administrators get them when it is left out; false for their own",
                            schema = @Schema(type = "boolean"))
                    @QueryValue
                    @Nullable
                    String all,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {
                                                "live", "trash", "pending", "refused"
                                            },
                                            defaultValue = "live"))
                    @QueryValue
                    @Nullable
                    String state,
            @Parameter(description = "Words that stand in name or description")
                    @QueryValue
                    @Nullable
                    String q,
            @Parameter(
                            description =
                                    "name, size, uploaded or updated; with - before it, the other way round. The newest first when left out")
                    @QueryValue
                    @Nullable
                    String sort,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "200"))
                    @QueryValue
                    @Nullable
                    String limit,
            @QueryValue @Nullable String cursor) {
        Caller caller = Caller.of(request);
        FileState listed = state(Optional.ofNullable(state));
        String query = Optional.ofNullable(q).orElse("");
        int size = Page.size(limit);
        Optional<String> position = Optional.ofNullable(cursor);
        if (!Whose.isEverybodys(Optional.ofNullable(all), caller, "files")) {
            FileSorting sorting = FileSorting.of(Optional.ofNullable(sort));
            return list.ofOwner(caller.owner(), listed, query, sorting, size, position);
        }
        FileSorting sorting = FileSorting.of(Optional.of(sort == null ? "-updated" : sort));
        return list.all(listed, query, sorting, size, position);
    }

    @Get("/{fileId}")
    @Needs(Scope.FILES_READ)
    @Operation(
            operationId = "getFile",
            summary = "What is known of a file",
            description = "Completes an upload whose content has come.")
    @ApiResponse(
            responseCode = "200",
            description = "The file; its ETag is the condition of changes",
            content = @Content(schema = @Schema(implementation = FileItem.class)))
    HttpResponse<?> get(HttpRequest<?> request, String fileId) {
        StoredFile file = access.require(request, Action.SEE, fileId);
        return answers.ok(file.state() == FileState.PENDING ? completed(file) : file);
    }

    private StoredFile completed(StoredFile file) {
        store.upload(file.id(), file.upload()).ifPresent(completion::complete);
        return store.find(file.id()).orElse(file);
    }

    @Patch("/{fileId}")
    @Needs(Scope.FILES_WRITE)
    @Operation(
            operationId = "changeFile",
            summary = "Change name or description",
            description = "What is left out stays. If-Match is honoured.")
    @ApiResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(schema = @Schema(implementation = FileItem.class)))
    HttpResponse<?> change(
            HttpRequest<?> request,
            String fileId,
            @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = FileChange.class)))
                    @Body
                    byte[] body) {
        StoredFile changed =
                description.change(
                        request,
                        fileId,
                        Optional.ofNullable(ifMatch),
                        () -> texts(JsonFields.of(body)));
        return answers.ok(changed);
    }

    private static FileDescription.Texts texts(JsonFields fields) {
        return new FileDescription.Texts(
                fields.optionalText("name"), fields.optionalText("description"));
    }

    private static FileState state(Optional<String> label) {
        return label.map(text ->
                        FileState.of(text)
                                .orElseThrow(() ->
                                        new ProblemException(
                                                ProblemType.INVALID_REQUEST,
                                                "state is live, trash, pending or refused.")))
                .orElse(FileState.LIVE);
    }
}
