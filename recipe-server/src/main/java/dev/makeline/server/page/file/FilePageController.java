package dev.makeline.server.page.file;

import dev.makeline.protocol.Scope;
import dev.makeline.server.access.Needs;
import dev.makeline.server.file.catalog.FileDescription;
import dev.makeline.server.file.catalog.VersionRestoration;
import dev.makeline.server.file.intake.FileSending;
import dev.makeline.server.file.trash.FileTrash;
import dev.makeline.server.file.upload.TextFiles;
import dev.makeline.server.page.layout.Form;
import dev.makeline.server.page.layout.Notice;
import dev.makeline.server.page.layout.Pages;
import dev.makeline.server.page.layout.Section;
import dev.makeline.server.problem.Problem;
import dev.makeline.server.problem.ProblemException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Optional;

/// `/files/{fileId}`: one file, and what can be done with it.
@Controller("/files/{fileId}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Hidden
final class FilePageController {

    private static final String ETAG = "etag";

    private final FileView view;
    private final FileDescription description;
    private final TextFiles texts;
    private final FileTrash trash;
    private final VersionRestoration restoration;
    private final FileSending sending;
    private final Pages pages;

    FilePageController(
            FileView view,
            FileDescription description,
            TextFiles texts,
            FileTrash trash,
            VersionRestoration restoration,
            FileSending sending,
            Pages pages) {
        this.view = view;
        this.description = description;
        this.texts = texts;
        this.trash = trash;
        this.restoration = restoration;
        this.sending = sending;
        this.pages = pages;
    }

    @Get(produces = MediaType.TEXT_HTML)
    @Needs(Scope.FILES_READ)
    HttpResponse<?> page(HttpRequest<?> request, String fileId) {
        return show(request, HttpStatus.OK, view.of(request, fileId));
    }

    @Post("/description")
    @Consumes(MediaType.ALL)
    @Needs(Scope.FILES_WRITE)
    HttpResponse<?> describe(HttpRequest<?> request, String fileId, @Body byte[] body) {
        Form form = Form.of(body);
        try {
            description.change(
                    request,
                    fileId,
                    form.field(ETAG),
                    () -> new FileDescription.Texts(form.field("name"), lines(form)));
            return Pages.to(Notice.SAVED.on("/files/" + fileId));
        } catch (ProblemException e) {
            if (!isAboutTheText(e.problem())) {
                throw e;
            }
            FilePage now =
                    view.of(request, fileId)
                            .refused(
                                    new FilePage.Naming(
                                            form.text("name"),
                                            lines(form).orElse(""),
                                            Optional.of(e.problem().detail())));
            return show(request, HttpStatus.valueOf(e.problem().status()), now);
        }
    }

    private static Optional<String> lines(Form form) {
        return form.field("description").map(text -> text.replace("\r\n", "\n"));
    }

    /// What was written stays in the page when it was not saved, beside what somebody else saved.
    @Post("/text")
    @Consumes(MediaType.ALL)
    @Needs(Scope.FILES_WRITE)
    HttpResponse<?> write(HttpRequest<?> request, String fileId, @Body byte[] body) {
        Form form = Form.of(body, TextContent.LARGEST_FORM);
        String text = TextContent.fromForm(form.text("text"), form.text("lines").equals("crlf"));
        try {
            texts.write(request, fileId, form.field(ETAG), text);
            return Pages.to(Notice.SAVED.on("/files/" + fileId));
        } catch (ProblemException e) {
            if (!isAboutTheText(e.problem())) {
                throw e;
            }
            FilePage now = refused(view.of(request, fileId), form, e.problem());
            return show(request, HttpStatus.valueOf(e.problem().status()), now);
        }
    }

    /// And not about a file that is not there, or not the person's.
    private static boolean isAboutTheText(Problem problem) {
        return problem.status() != HttpStatus.NOT_FOUND.getCode()
                && problem.status() != HttpStatus.FORBIDDEN.getCode();
    }

    private static FilePage refused(FilePage now, Form form, Problem problem) {
        String written = form.text("text").replace("\r\n", "\n");
        return problem.status() == HttpStatus.PRECONDITION_FAILED.getCode()
                ? now.refused(
                        written,
                        "Somebody changed this file since you opened it, and yours is not saved. Below is what it says now; saving again replaces that.",
                        now.text().map(TextContent::text))
                : now.refused(written, problem.detail(), Optional.empty());
    }

    @Post("/deletion")
    @Consumes(MediaType.ALL)
    @Needs(Scope.FILES_WRITE)
    HttpResponse<?> delete(HttpRequest<?> request, String fileId, @Body byte[] body) {
        Form form = Form.of(body);
        if (form.text("purge").equals("true")) {
            return purge(request, fileId, form);
        }
        trash.delete(request, fileId, false, form.field(ETAG));
        return Pages.to(Notice.DELETED.on("/files"));
    }

    /// Nobody can take it back: whoever does it writes the name of the file.
    private HttpResponse<?> purge(HttpRequest<?> request, String fileId, Form form) {
        FilePage now = view.of(request, fileId);
        if (!now.isConfirmedBy(form.text("confirmation"))) {
            return show(
                    request,
                    HttpStatus.BAD_REQUEST,
                    now.unconfirmed("This is not the name of the file; it is still in the trash."));
        }
        trash.delete(request, fileId, true, form.field(ETAG));
        return Pages.to(Notice.PURGED.on("/files?state=trash"));
    }

    /// Looks whether the content of an upload has come.
    @Post("/completion")
    @Consumes(MediaType.ALL)
    @Needs(Scope.FILES_WRITE)
    HttpResponse<?> complete(HttpRequest<?> request, String fileId) {
        view.complete(request, fileId);
        return Pages.to("/files/" + fileId);
    }

    @Post("/restoration")
    @Consumes(MediaType.ALL)
    @Needs(Scope.FILES_WRITE)
    HttpResponse<?> restore(HttpRequest<?> request, String fileId, @Body byte[] body) {
        trash.restore(request, fileId, Form.of(body).field(ETAG));
        return Pages.to(Notice.RESTORED.on("/files/" + fileId));
    }

    @Post("/versions/{version}/restoration")
    @Consumes(MediaType.ALL)
    @Needs(Scope.FILES_WRITE)
    HttpResponse<?> restoreVersion(
            HttpRequest<?> request, String fileId, String version, @Body byte[] body) {
        restoration.restore(request, fileId, version, Form.of(body).field(ETAG));
        return Pages.to(Notice.RESTORED.on("/files/" + fileId));
    }

    @Post("/intake")
    @Consumes(MediaType.ALL)
    @Needs(Scope.FILES_READ)
    HttpResponse<?> send(HttpRequest<?> request, String fileId) {
        sending.send(request, fileId, Optional.empty());
        return Pages.to(Notice.SENT.on("/files/" + fileId));
    }

    private HttpResponse<?> show(HttpRequest<?> request, HttpStatus status, FilePage page) {
        return pages.page(
                request, status, Section.FILES, page.file().name(), "file/file.jte", page);
    }
}
