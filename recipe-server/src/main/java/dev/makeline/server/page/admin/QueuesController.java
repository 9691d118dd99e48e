package dev.makeline.server.page.admin;

import dev.makeline.protocol.Scope;
import dev.makeline.server.access.Needs;
import dev.makeline.server.page.admin.QueuesPage.OneQueue;
import dev.makeline.server.page.layout.Form;
import dev.makeline.server.page.layout.Notice;
import dev.makeline.server.page.layout.Pages;
import dev.makeline.server.page.layout.Section;
import dev.makeline.server.problem.Problem;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import dev.makeline.server.queue.QueueOverview;
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
import java.util.List;
import java.util.Optional;

/// `/admin/queues`: what waits between the services, what was given up, and sending it again.
@Controller("/admin/queues")
@ExecuteOn(TaskExecutors.BLOCKING)
@Hidden
final class QueuesController {

    private static final String PATH = "/admin/queues";

    /// Dead letters of one queue.
    private static final int SHOWN = 20;

    private final QueueOverview queues;
    private final Pages pages;

    QueuesController(QueueOverview queues, Pages pages) {
        this.queues = queues;
        this.pages = pages;
    }

    @Get(produces = MediaType.TEXT_HTML)
    @Needs(Scope.ADMIN)
    HttpResponse<?> list(HttpRequest<?> request) {
        return show(request, Optional.empty());
    }

    /// The message that the form names, or all.
    @Post("/{queue}/replay")
    @Consumes(MediaType.ALL)
    @Needs(Scope.ADMIN)
    HttpResponse<?> replay(HttpRequest<?> request, String queue, @Body byte[] body) {
        Form form = Form.of(body);
        try {
            if (form.field("all").isPresent()) {
                queues.replayAll(request, queue);
            } else {
                queues.replayOne(request, queue, messageId(form));
            }
            return Pages.to(Notice.REPLAYED.on(PATH));
        } catch (ProblemException e) {
            return show(request, Optional.of(e.problem()));
        }
    }

    private static String messageId(Form form) {
        return form.field("messageId")
                .orElseThrow(() ->
                        new ProblemException(
                                ProblemType.INVALID_REQUEST, "The form names no dead letter."));
    }

    /// @param objection to what the person wanted
    private HttpResponse<?> show(HttpRequest<?> request, Optional<Problem> objection) {
        try {
            List<OneQueue> all =
                    queues.all().stream()
                            .map(queue -> OneQueue.of(queue, queues.look(queue.name(), SHOWN)))
                            .toList();
            return show(request, all, objection);
        } catch (ProblemException e) {
            return show(request, List.of(), objection.or(() -> Optional.of(e.problem())));
        }
    }

    private HttpResponse<?> show(
            HttpRequest<?> request, List<OneQueue> all, Optional<Problem> objection) {
        return pages.page(
                request,
                objection.map(Problem::status).map(HttpStatus::valueOf).orElse(HttpStatus.OK),
                Section.ADMIN,
                "Queues",
                "admin/queues.jte",
                new QueuesPage(all, objection.map(Problem::detail)));
    }
}
