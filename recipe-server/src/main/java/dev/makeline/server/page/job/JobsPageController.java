package dev.makeline.server.page.job;

import dev.makeline.protocol.Scope;
import dev.makeline.protocol.job.JobFilter;
import dev.makeline.protocol.job.JobPhase;
import dev.makeline.server.access.Needs;
import dev.makeline.server.job.JobItem;
import dev.makeline.server.job.JobOrders;
import dev.makeline.server.page.layout.Pages;
import dev.makeline.server.page.layout.Section;
import dev.makeline.server.request.Page;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Optional;

/// `/jobs`: what is done with files, and was.
@Controller("/jobs")
@ExecuteOn(TaskExecutors.BLOCKING)
@Hidden
final class JobsPageController {

    private final JobOrders orders;
    private final Pages pages;

    JobsPageController(JobOrders orders, Pages pages) {
        this.orders = orders;
        this.pages = pages;
    }

    /// A person's own, unless an administrator asks for everybody's.
    @Get(produces = MediaType.TEXT_HTML)
    @Needs(Scope.JOBS_RUN)
    HttpResponse<?> list(
            HttpRequest<?> request,
            @QueryValue @Nullable String state,
            @QueryValue @Nullable String kind,
            @QueryValue @Nullable String all,
            @QueryValue @Nullable String cursor) {
        Optional<JobPhase> phase = Optional.ofNullable(state).flatMap(JobPhase::of);
        Optional<String> ofKind =
                Optional.ofNullable(kind).filter(name -> JobsPage.kinds().contains(name));
        Page<JobItem> found =
                orders.list(
                        request,
                        Optional.of("true".equals(all) ? "true" : "false"),
                        new JobFilter(
                                phase.map(List::of).orElse(List.of(JobPhase.values())),
                                ofKind,
                                Optional.empty(),
                                Optional.empty()),
                        Page.USUAL,
                        Optional.ofNullable(cursor));
        JobsPage page =
                new JobsPage(
                        "true".equals(all),
                        phase.map(JobPhase::label).orElse(""),
                        ofKind.orElse(""),
                        found.items(),
                        found.nextCursor());
        return pages.page(request, Section.JOBS, "Jobs", "job/jobs.jte", page);
    }
}
