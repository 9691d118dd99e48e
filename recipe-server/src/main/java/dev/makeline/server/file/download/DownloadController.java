package dev.makeline.server.file.download;

import dev.makeline.protocol.Scope;
import dev.makeline.server.access.Authority.Action;
import dev.makeline.server.access.Needs;
import dev.makeline.server.audit.AuditAction;
import dev.makeline.server.file.FileState;
import dev.makeline.server.file.FileVersion;
import dev.makeline.server.file.StoredFile;
import dev.makeline.server.file.request.FileAccess;
import dev.makeline.server.file.request.FileAudit;
import dev.makeline.server.file.store.FileObjects;
import dev.makeline.server.file.store.FileStore;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import dev.makeline.server.request.EntityTag;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.Optional;

/// `/v1/files/{fileId}/content`: how content goes out.
@Controller("/v1/files/{fileId}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Files")
final class DownloadController {

    private static final String CONTENT_SECURITY = "sandbox; default-src 'none'";

    private final FileAccess access;
    private final FileStore store;
    private final FileObjects objects;
    private final DownloadLinks links;
    private final FileAudit audit;

    DownloadController(
            FileAccess access,
            FileStore store,
            FileObjects objects,
            DownloadLinks links,
            FileAudit audit) {
        this.access = access;
        this.store = store;
        this.objects = objects;
        this.links = links;
        this.audit = audit;
    }

    @Get(value = "/content", headRoute = false)
    @Produces(MediaType.ALL)
    @Needs(Scope.FILES_READ)
    @Operation(operationId = "getFileContent", summary = "Download a file")
    @ApiResponse(
            responseCode = "200",
            description = "The content, to be saved",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = "string", format = "binary")))
    HttpResponse<?> content(
            HttpRequest<?> request,
            String fileId,
            @Parameter(
                            description = "The current one when left out",
                            schema = @Schema(type = "integer", minimum = "1"))
                    @QueryValue
                    @Nullable
                    String version,
            @Header(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        StoredFile file = withContent(request, fileId);
        FileVersion wanted = version(file, Optional.ofNullable(version));
        String tag = tag(file, wanted);
        if (ifNoneMatch != null && ifNoneMatch.contains(tag)) {
            return HttpResponse.notModified().header(HttpHeaders.ETAG, tag);
        }
        tell(request, AuditAction.FILE_DOWNLOADED, wanted);
        String mediaType = Attachment.mediaType(wanted.claim().mediaType());
        return HttpResponse.ok(
                        new StreamedFile(
                                objects.open(wanted),
                                MediaType.of(mediaType),
                                wanted.at().toEpochMilli(),
                                wanted.claim().size()))
                .header(HttpHeaders.CONTENT_TYPE, mediaType)
                .header(HttpHeaders.CONTENT_DISPOSITION, Attachment.disposition(file.name()))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", CONTENT_SECURITY)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header(HttpHeaders.EXPIRES, "0")
                .header(HttpHeaders.ETAG, tag);
    }

    @Post("/download-links")
    @Needs(Scope.FILES_READ)
    @Operation(
            operationId = "addDownloadLink",
            summary = "Get a link that downloads the file without a token, for a minute")
    DownloadLink link(
            HttpRequest<?> request,
            String fileId,
            @Parameter(schema = @Schema(type = "integer", minimum = "1")) @QueryValue @Nullable
                    String version) {
        StoredFile file = withContent(request, fileId);
        FileVersion wanted = version(file, Optional.ofNullable(version));
        tell(request, AuditAction.FILE_LINK_ISSUED, wanted);
        return links.issue(file, wanted);
    }

    /// Of the current version that of the file, so that it is the condition of the next one.
    private static String tag(StoredFile file, FileVersion version) {
        return version.number() == file.versions()
                ? EntityTag.of(file.edition())
                : "\"version-%d\"".formatted(version.number());
    }

    /// What lies in the trash can be looked at before it is restored.
    private StoredFile withContent(HttpRequest<?> request, String fileId) {
        StoredFile file = access.require(request, Action.SEE, fileId);
        if (file.state() != FileState.LIVE && file.state() != FileState.TRASH) {
            throw FileAccess.notLive(file);
        }
        return file;
    }

    private FileVersion version(StoredFile file, Optional<String> number) {
        return number.map(text ->
                        FileVersion.number(text)
                                .flatMap(wanted -> store.version(file.id(), wanted))
                                .orElseThrow(() ->
                                        new ProblemException(
                                                ProblemType.FILE_NOT_FOUND,
                                                "The file has no such version; it has %d."
                                                        .formatted(file.versions()))))
                .orElseGet(file::currentVersion);
    }

    private void tell(HttpRequest<?> request, AuditAction action, FileVersion version) {
        audit.append(
                request,
                action,
                version.file(),
                Map.of("version", Integer.toString(version.number())));
    }
}
