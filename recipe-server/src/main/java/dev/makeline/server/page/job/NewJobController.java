package dev.makeline.server.page.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.makeline.protocol.ProtocolJson;
import dev.makeline.protocol.Scope;
import dev.makeline.protocol.job.JobKindDescription;
import dev.makeline.protocol.job.JobKinds;
import dev.makeline.server.access.Caller;
import dev.makeline.server.access.Needs;
import dev.makeline.server.file.StoredFile;
import dev.makeline.server.job.Containers;
import dev.makeline.server.job.JobOrders;
import dev.makeline.server.page.layout.Form;
import dev.makeline.server.page.layout.Notice;
import dev.makeline.server.page.layout.Pages;
import dev.makeline.server.page.layout.Section;
import dev.makeline.server.problem.ProblemException;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// `/jobs/new`: ordering a job.
@Controller("/jobs")
@ExecuteOn(TaskExecutors.BLOCKING)
@Hidden
final class NewJobController {

    /// Bytes: a text of the longest, as a browser encodes it.
    private static final int LONGEST_FORM = 1 << 20;

    private final JobOrders orders;
    private final FileChoices chosen;
    private final Containers containers;
    private final Pages pages;

    NewJobController(JobOrders orders, FileChoices chosen, Containers containers, Pages pages) {
        this.orders = orders;
        this.chosen = chosen;
        this.containers = containers;
        this.pages = pages;
    }

    @Get(uri = "/new", produces = MediaType.TEXT_HTML)
    @Needs(Scope.JOBS_RUN)
    HttpResponse<?> form(
            HttpRequest<?> request,
            @QueryValue @Nullable String kind,
            @QueryValue @Nullable String file) {
        Optional<StoredFile> named =
                Optional.ofNullable(file)
                        .filter(id -> !id.isEmpty())
                        .map(id -> chosen.require(request, id));
        String form = named.map(one -> "fileId=" + one.id().value()).orElse("");
        return show(
                request,
                HttpStatus.OK,
                page(
                        request,
                        kind(request, Optional.ofNullable(kind)),
                        Form.of(form.getBytes(UTF_8)),
                        named,
                        UUID.randomUUID().toString(),
                        Optional.empty()));
    }

    @Post("/new")
    @Consumes(MediaType.ALL)
    @Needs(Scope.JOBS_RUN)
    HttpResponse<?> order(HttpRequest<?> request, @Body byte[] body) {
        Form form = Form.of(body, LONGEST_FORM);
        JobKindDescription kind = kind(request, form.field("kind"));
        byte[] order = ProtocolJson.write(OrderForm.order(kind, form)).getBytes(UTF_8);
        try {
            String jobId = orders.add(request, form.field("key"), order).jobId();
            return Pages.to(Notice.ORDERED.on("/jobs/" + jobId));
        } catch (ProblemException e) {
            return show(
                    request,
                    HttpStatus.valueOf(e.problem().status()),
                    page(
                            request,
                            kind,
                            form,
                            chosen.find(request, form.text("fileId")),
                            UUID.randomUUID().toString(),
                            Optional.of(e.problem().detail())));
        }
    }

    private NewJobPage page(
            HttpRequest<?> request,
            JobKindDescription kind,
            Form form,
            Optional<StoredFile> file,
            String key,
            Optional<String> objection) {
        return NewJobPage.of(
                kind,
                kinds(request),
                form,
                key,
                kind.takesFile() ? chosen.among(request, file) : FileChoice.NONE,
                Caller.of(request).isAdmin(),
                NewJobPage.isOfContainers(kind) ? containers.all() : List.of(),
                objection);
    }

    /// Those that the person may order.
    private static List<JobKindDescription> kinds(HttpRequest<?> request) {
        var scopes = Caller.of(request).scopes();
        return JobKinds.all().stream()
                .filter(kind -> kind.needs().filter(needed -> !scopes.contains(needed)).isEmpty())
                .toList();
    }

    private static JobKindDescription kind(HttpRequest<?> request, Optional<String> name) {
        return name.flatMap(JobKinds::of).orElseGet(() -> kinds(request).getFirst());
    }

    private HttpResponse<?> show(HttpRequest<?> request, HttpStatus status, NewJobPage page) {
        return pages.page(request, status, Section.JOBS, "New job", "job/new.jte", page);
    }
}
