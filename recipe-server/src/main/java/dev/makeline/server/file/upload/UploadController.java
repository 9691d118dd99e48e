package dev.makeline.server.file.upload;

import dev.makeline.protocol.ContentId;
import dev.makeline.protocol.Scope;
import dev.makeline.server.access.Authority.Action;
import dev.makeline.server.access.Caller;
import dev.makeline.server.access.Needs;
import dev.makeline.server.audit.AuditAction;
import dev.makeline.server.file.ContentClaim;
import dev.makeline.server.file.FileSettings;
import dev.makeline.server.file.StoredFile;
import dev.makeline.server.file.Upload;
import dev.makeline.server.file.request.FileAccess;
import dev.makeline.server.file.request.FileAnswers;
import dev.makeline.server.file.request.FileAudit;
import dev.makeline.server.file.request.FileConditions;
import dev.makeline.server.file.request.FileItem;
import dev.makeline.server.file.request.FileTexts;
import dev.makeline.server.file.store.FileStore;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import dev.makeline.server.request.Effect;
import dev.makeline.server.request.IdempotencyKeys;
import dev.makeline.server.request.JsonFields;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
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
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/// `/v1/files`: how content comes in.
@Controller("/v1/files")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Files")
final class UploadController {

    private final FileAccess access;
    private final FileStore store;
    private final UploadStart start;
    private final UploadForms forms;
    private final UploadCompletion completion;
    private final DirectContent direct;
    private final FileAnswers answers;
    private final FileAudit audit;
    private final IdempotencyKeys idempotencyKeys;
    private final FileSettings settings;

    UploadController(
            FileAccess access,
            FileStore store,
            UploadStart start,
            UploadForms forms,
            UploadCompletion completion,
            DirectContent direct,
            FileAnswers answers,
            FileAudit audit,
            IdempotencyKeys idempotencyKeys,
            FileSettings settings) {
        this.access = access;
        this.store = store;
        this.start = start;
        this.forms = forms;
        this.completion = completion;
        this.direct = direct;
        this.answers = answers;
        this.audit = audit;
        this.idempotencyKeys = idempotencyKeys;
        this.settings = settings;
    }

    @Post
    @Needs(Scope.FILES_WRITE)
    @Operation(
            operationId = "addFile",
            summary = "Announce a file and get the form that uploads its content")
    @ApiResponse(
            responseCode = "201",
            description =
                    "Send the form's fields and then the content, as the field file, to the form's url; then complete the upload",
            content = @Content(schema = @Schema(implementation = UploadAnswer.class)))
    HttpResponse<UploadAnswer> add(
            HttpRequest<?> request,
            @Header(IdempotencyKeys.HEADER) @Nullable String idempotencyKey,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = NewFileBody.class)))
                    @Body
                    byte[] body) {
        JsonFields fields = JsonFields.of(body);
        String name = FileTexts.name(fields.text("name"));
        String description = FileTexts.description(fields.optionalText("description").orElse(""));
        ContentClaim claim = claim(fields);
        Effect effect =
                idempotencyKeys.effectOf(request, Optional.ofNullable(idempotencyKey), body);
        StoredFile file =
                start.announce(Caller.of(request).owner(), name, description, claim, effect);
        Upload upload = store.upload(file.id(), file.upload()).orElseThrow(FileConditions::changed);
        tellStarted(request, upload);
        return HttpResponse.created(answer(upload), URI.create("/v1/files/" + file.id().value()));
    }

    @Post("/{fileId}/uploads")
    @Needs(Scope.FILES_WRITE)
    @Operation(
            operationId = "replaceFileContent",
            summary = "Get a form that uploads the next version of a file; If-Match is needed")
    @ApiResponse(
            responseCode = "201",
            description = "The form, as for a new file",
            content = @Content(schema = @Schema(implementation = UploadAnswer.class)))
    HttpResponse<UploadAnswer> replace(
            HttpRequest<?> request,
            String fileId,
            @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema =
                                                    @Schema(implementation = NewContentBody.class)))
                    @Body
                    byte[] body) {
        StoredFile file = access.requireLive(request, Action.CHANGE, fileId);
        FileConditions.checkRequired(Optional.ofNullable(ifMatch), file);
        Upload upload = start.replace(file, claim(JsonFields.of(body)));
        tellStarted(request, upload);
        return HttpResponse.created(answer(upload));
    }

    @Post("/{fileId}/completion")
    @Needs(Scope.FILES_WRITE)
    @Operation(
            operationId = "completeUpload",
            summary = "Say that the content was sent: it is checked, and becomes a version",
            description =
                    "May be repeated. Without it, getting the file or the next sweep does the same.")
    @ApiResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(schema = @Schema(implementation = FileItem.class)))
    MutableHttpResponse<FileItem> complete(
            HttpRequest<?> request,
            String fileId,
            @Parameter(description = "The newest upload when left out") @QueryValue @Nullable
                    String uploadId) {
        StoredFile file = access.require(request, Action.CHANGE, fileId);
        Upload upload =
                Optional.ofNullable(uploadId)
                        .map(ContentId::parse)
                        .orElseGet(() -> Optional.of(file.upload()))
                        .flatMap(id -> store.upload(file.id(), id))
                        .orElseThrow(() -> noUpload(file, uploadId));
        return switch (completion.complete(upload)) {
            case Completion.Published(var published) -> answers.ok(published);
            case Completion.Refused(var reason) ->
                    throw new ProblemException(ProblemType.CONTENT_REFUSED, reason);
            case Completion.Overtaken() -> throw FileConditions.changed();
            case Completion.NotThere() ->
                    throw new ProblemException(
                            ProblemType.FILE_STATE_CONFLICT,
                            "The content has not come yet; send the form first.");
        };
    }

    @Put("/{fileId}/content")
    @Consumes(MediaType.ALL)
    @Needs(Scope.FILES_WRITE)
    @Operation(
            operationId = "putFileContent",
            summary = "Send a small content: the first of a new file, or the next version",
            description =
                    "The next version needs If-Match. The Content-Type is the media type of the content.")
    @ApiResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(schema = @Schema(implementation = FileItem.class)))
    MutableHttpResponse<FileItem> put(
            HttpRequest<?> request,
            String fileId,
            @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.ALL,
                                            schema = @Schema(type = "string", format = "binary")))
                    @Body
                    byte @Nullable [] body) {
        StoredFile file = access.require(request, Action.CHANGE, fileId);
        Optional<String> mediaType =
                request.getHeaders().findFirst(HttpHeaders.CONTENT_TYPE).map(FileTexts::mediaType);
        byte[] content = body == null ? new byte[0] : body;
        return answers.ok(direct.put(file, Optional.ofNullable(ifMatch), mediaType, content));
    }

    private ContentClaim claim(JsonFields fields) {
        long size = fields.integer("size");
        if (size < 0 || size > settings.largest()) {
            throw new ProblemException(
                    size < 0 ? ProblemType.INVALID_REQUEST : ProblemType.CONTENT_TOO_LARGE,
                    "A file has from 0 to %d bytes, not %d.".formatted(settings.largest(), size));
        }
        return new ContentClaim(
                size,
                FileTexts.mediaType(fields.text("mediaType")),
                FileTexts.sha256(fields.text("sha256")));
    }

    private UploadAnswer answer(Upload upload) {
        return new UploadAnswer(
                upload.file().value(),
                upload.id().value(),
                upload.state().label(),
                upload.isPending() ? Optional.of(forms.issue(upload)) : Optional.empty(),
                upload.abandonedAt(settings.abandonedAfter()));
    }

    private void tellStarted(HttpRequest<?> request, Upload upload) {
        audit.append(
                request,
                AuditAction.UPLOAD_STARTED,
                upload.file(),
                Map.of(
                        "uploadId", upload.id().value(),
                        "size", Long.toString(upload.claim().size()),
                        "mediaType", upload.claim().mediaType()));
    }

    private static ProblemException noUpload(StoredFile file, @Nullable String uploadId) {
        if (uploadId == null && file.isLive()) {
            return FileConditions.changed();
        }
        return new ProblemException(
                ProblemType.FILE_NOT_FOUND, "The file has no such upload; it may be long over.");
    }
}
