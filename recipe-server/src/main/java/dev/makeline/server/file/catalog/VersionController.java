package dev.makeline.server.file.catalog;

import dev.makeline.protocol.Scope;
import dev.makeline.server.access.Authority.Action;
import dev.makeline.server.access.Needs;
import dev.makeline.server.file.FileVersion;
import dev.makeline.server.file.StoredFile;
import dev.makeline.server.file.request.FileAccess;
import dev.makeline.server.file.request.FileAnswers;
import dev.makeline.server.file.request.FileItem;
import dev.makeline.server.file.store.FileStore;
import dev.makeline.server.request.Cursors;
import dev.makeline.server.request.Found;
import dev.makeline.server.request.Page;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
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

/// `/v1/files/{fileId}/versions`: what a file was before.
@Controller("/v1/files/{fileId}/versions")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Files")
final class VersionController {

    private final FileAccess access;
    private final FileStore store;
    private final VersionRestoration restoration;
    private final FileAnswers answers;
    private final Cursors cursors;

    VersionController(
            FileAccess access,
            FileStore store,
            VersionRestoration restoration,
            FileAnswers answers,
            Cursors cursors) {
        this.access = access;
        this.store = store;
        this.restoration = restoration;
        this.answers = answers;
        this.cursors = cursors;
    }

    @Get
    @Needs(Scope.FILES_READ)
    @Operation(operationId = "listFileVersions", summary = "Its versions, the newest first")
    Page<VersionItem> list(
            HttpRequest<?> request,
            String fileId,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "200"))
                    @QueryValue
                    @Nullable
                    String limit,
            @QueryValue @Nullable String cursor) {
        StoredFile file = access.require(request, Action.SEE, fileId);
        int size = Page.size(limit);
        String name = "versions of " + file.id();
        Optional<Integer> before =
                cursors.read(name, Optional.ofNullable(cursor)).map(Integer::valueOf);
        Found<FileVersion> found = store.versions(file.id(), before, size + 1);
        Page<FileVersion> page =
                Page.of(found, size, last -> cursors.write(name, Integer.toString(last.number())));
        return new Page<>(page.items().stream().map(VersionItem::of).toList(), page.nextCursor());
    }

    @Post("/{version}/restoration")
    @Needs(Scope.FILES_WRITE)
    @Operation(
            operationId = "restoreFileVersion",
            summary = "Make the content of an earlier version the next version")
    @ApiResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(schema = @Schema(implementation = FileItem.class)))
    HttpResponse<?> restore(
            HttpRequest<?> request,
            String fileId,
            String version,
            @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return answers.ok(
                restoration.restore(request, fileId, version, Optional.ofNullable(ifMatch)));
    }
}
