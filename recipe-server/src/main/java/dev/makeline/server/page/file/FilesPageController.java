package dev.makeline.server.page.file;

import dev.makeline.protocol.Scope;
import dev.makeline.server.access.Caller;
import dev.makeline.server.access.Needs;
import dev.makeline.server.file.FileState;
import dev.makeline.server.file.catalog.FileList;
import dev.makeline.server.file.catalog.FileSorting;
import dev.makeline.server.file.request.FileItem;
import dev.makeline.server.file.upload.TextFiles;
import dev.makeline.server.page.layout.Form;
import dev.makeline.server.page.layout.Notice;
import dev.makeline.server.page.layout.Pages;
import dev.makeline.server.page.layout.Section;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.request.Page;
import dev.makeline.server.request.Whose;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Optional;

/// `/files`: what is there, and new ones.
@Controller("/files")
@ExecuteOn(TaskExecutors.BLOCKING)
@Hidden
final class FilesPageController {

    private final FileList list;
    private final TextFiles texts;
    private final Pages pages;

    FilesPageController(FileList list, TextFiles texts, Pages pages) {
        this.list = list;
        this.texts = texts;
        this.pages = pages;
    }

    /// A person's own, unless an administrator asks for everybody's.
    @Get(produces = MediaType.TEXT_HTML)
    @Needs(Scope.FILES_READ)
    HttpResponse<?> list(
            HttpRequest<?> request,
            @QueryValue @Nullable String state,
            @QueryValue @Nullable String q,
            @QueryValue @Nullable String all,
            @QueryValue @Nullable String cursor) {
        FileState shown = Optional.ofNullable(state).flatMap(FileState::of).orElse(FileState.LIVE);
        FilesPage page =
                found(
                        request,
                        shown,
                        Optional.ofNullable(q).orElse(""),
                        Optional.ofNullable(all),
                        Optional.ofNullable(cursor));
        return show(request, HttpStatus.OK, page);
    }

    /// A text that somebody writes here becomes a file.
    @Post
    @Consumes(MediaType.ALL)
    @Needs(Scope.FILES_WRITE)
    HttpResponse<?> write(HttpRequest<?> request, @Body byte[] body) {
        Form form = Form.of(body, TextContent.LARGEST_FORM);
        try {
            String text = TextContent.fromForm(form.text("text"), false);
            String fileId = texts.create(request, form.text("name"), text).id().value();
            return Pages.to(Notice.SAVED.on("/files/" + fileId));
        } catch (ProblemException e) {
            FilesPage page =
                    found(request, FileState.LIVE, "", Optional.empty(), Optional.empty())
                            .refused(form.text("name"), form.text("text"), e.problem().detail());
            return show(request, HttpStatus.valueOf(e.problem().status()), page);
        }
    }

    private FilesPage found(
            HttpRequest<?> request,
            FileState state,
            String query,
            Optional<String> all,
            Optional<String> cursor) {
        Caller caller = Caller.of(request);
        boolean everybodys =
                Whose.isEverybodys(all.or(() -> Optional.of("false")), caller, "files");
        FileSorting newest = FileSorting.of(Optional.of("-updated"));
        Page<FileItem> page =
                everybodys
                        ? list.all(state, query, newest, Page.USUAL, cursor)
                        : list.ofOwner(caller.owner(), state, query, newest, Page.USUAL, cursor);
        return FilesPage.of(state.label(), query, everybodys, page, Rights.of(caller));
    }

    private HttpResponse<?> show(HttpRequest<?> request, HttpStatus status, FilesPage page) {
        return pages.page(request, status, Section.FILES, "Files", "file/files.jte", page);
    }
}
