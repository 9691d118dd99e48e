package dev.makeline.server.page.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.makeline.protocol.Scope;
import dev.makeline.protocol.job.LogLine;
import dev.makeline.server.access.AsksByItself;
import dev.makeline.server.access.Needs;
import dev.makeline.server.job.JobItem;
import dev.makeline.server.job.JobOrders;
import dev.makeline.server.page.layout.Htmx;
import dev.makeline.server.page.layout.Notice;
import dev.makeline.server.page.layout.Pages;
import dev.makeline.server.page.layout.Section;
import dev.makeline.server.request.Sha256;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
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

/// `/jobs/{jobId}`: how one job goes.
@Controller("/jobs/{jobId}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Hidden
final class JobPageController {

    /// Of the log, of 50 lines at most each.
    private static final int ROWS = 40;

    private final JobOrders orders;
    private final Pages pages;

    JobPageController(JobOrders orders, Pages pages) {
        this.orders = orders;
        this.pages = pages;
    }

    @Get(produces = MediaType.TEXT_HTML)
    @Needs(Scope.JOBS_RUN)
    HttpResponse<?> page(HttpRequest<?> request, String jobId, @QueryValue @Nullable String after) {
        JobPage page = of(request, jobId, Optional.ofNullable(after));
        String title = JobsPage.label(page.job().kind());
        return pages.page(request, Section.JOBS, title, "job/job.jte", page);
    }

    /// The part that changes, for whoever has seen another state of it.
    @Get(uri = "/progress", produces = MediaType.TEXT_HTML)
    @AsksByItself
    @Needs(Scope.JOBS_RUN)
    HttpResponse<?> progress(
            HttpRequest<?> request,
            String jobId,
            @QueryValue @Nullable String seen,
            @QueryValue @Nullable String after) {
        JobPage page = of(request, jobId, Optional.ofNullable(after));
        if (!Htmx.isFrom(request)) {
            return Pages.to(page.path());
        }
        return page.seen().equals(seen)
                ? HttpResponse.noContent()
                : pages.part(request, Section.JOBS, "job/progress.jte", page);
    }

    @Post("/cancellation")
    @Consumes(MediaType.ALL)
    @Needs(Scope.JOBS_RUN)
    HttpResponse<?> cancel(HttpRequest<?> request, String jobId) {
        orders.cancel(request, jobId);
        return Pages.to(Notice.CANCELLED.on("/jobs/" + jobId));
    }

    @Post("/retry")
    @Consumes(MediaType.ALL)
    @Needs(Scope.JOBS_RUN)
    HttpResponse<?> retry(HttpRequest<?> request, String jobId) {
        JobItem again = orders.retry(request, Optional.empty(), jobId);
        return Pages.to(Notice.RETRIED.on("/jobs/" + again.jobId()));
    }

    /// The job first: what its last task said was written before its end.
    private JobPage of(HttpRequest<?> request, String jobId, Optional<String> after) {
        JobItem job = orders.get(request, jobId);
        JobPage.LogPart log =
                after.map(position -> linesAfter(request, jobId, position))
                        .orElseGet(() -> newest(request, jobId));
        JobOrders.Rights rights = orders.rights(request, jobId);
        return new JobPage(job, log, rights.mayCancel(), rights.mayRetry(), seen(job, log));
    }

    private JobPage.LogPart newest(HttpRequest<?> request, String jobId) {
        List<LogLine> lines = orders.newestLog(request, jobId, ROWS);
        boolean earlier =
                !lines.isEmpty()
                        && lines.getFirst().position().compareTo(JobPage.LogPart.FIRST) > 0;
        return new JobPage.LogPart(lines, Optional.empty(), earlier, false);
    }

    private JobPage.LogPart linesAfter(HttpRequest<?> request, String jobId, String after) {
        List<LogLine> lines = orders.log(request, jobId, after, ROWS);
        boolean later =
                !lines.isEmpty()
                        && !orders.log(request, jobId, lines.getLast().position(), 1).isEmpty();
        return new JobPage.LogPart(
                lines, Optional.of(after), !after.equals(JobPage.LogPart.BEGINNING), later);
    }

    private static String seen(JobItem job, JobPage.LogPart log) {
        return Sha256.hex(
                        String.join(
                                        " ",
                                        job.state(),
                                        job.reason(),
                                        Integer.toString(job.progress()),
                                        Integer.toString(job.attempt()),
                                        log.last(),
                                        Boolean.toString(log.later()))
                                .getBytes(UTF_8))
                .substring(0, 16);
    }
}
