package dev.makeline.server.page.signin;

import dev.makeline.server.access.OpenToAll;
import dev.makeline.server.access.SameOrigin;
import dev.makeline.server.account.ForgottenPasswords;
import dev.makeline.server.page.layout.Form;
import dev.makeline.server.page.layout.Pages;
import dev.makeline.server.page.layout.Section;
import dev.makeline.server.problem.Problem;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import dev.makeline.server.request.JsonFields;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/// `/forgotten-password`, where one asks for a link, and `/password-reset`, where it leads.
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Hidden
final class ForgottenPasswordController {

    private final ForgottenPasswords forgotten;
    private final Pages pages;

    ForgottenPasswordController(ForgottenPasswords forgotten, Pages pages) {
        this.forgotten = forgotten;
        this.pages = pages;
    }

    @Get(uri = "/forgotten-password", produces = MediaType.TEXT_HTML)
    @OpenToAll
    HttpResponse<?> askPage(HttpRequest<?> request) {
        return show(request, HttpStatus.OK, ForgottenPasswordPage.EMPTY);
    }

    @Post(uri = "/forgotten-password", produces = MediaType.TEXT_HTML)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @OpenToAll
    HttpResponse<?> ask(HttpRequest<?> request, @Body byte[] body) {
        refuseForeign(request);
        String email = Form.of(body).text("email");
        return refusal(() -> forgotten.ask(request, JsonFields.of(Map.of("email", email))))
                .<HttpResponse<?>>map(refusal ->
                        waiting(
                                refusal,
                                show(
                                        request,
                                        refusal.status(),
                                        new ForgottenPasswordPage(
                                                email, Optional.of(problem(refusal).detail())))))
                .orElseGet(() -> Pages.to("/sign-in?after=asking"));
    }

    @Get(uri = "/password-reset", produces = MediaType.TEXT_HTML)
    @OpenToAll
    HttpResponse<?> setPage(HttpRequest<?> request) {
        return show(request, HttpStatus.OK, NewPasswordPage.EMPTY);
    }

    @Post(uri = "/password-reset", produces = MediaType.TEXT_HTML)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @OpenToAll
    HttpResponse<?> set(HttpRequest<?> request, @Body byte[] body) {
        refuseForeign(request);
        Form form = Form.of(body);
        String token = form.text("token").strip();
        JsonFields fields =
                JsonFields.of(Map.of("token", token, "password", form.text("password")));
        return refusal(() -> forgotten.complete(request, fields))
                .<HttpResponse<?>>map(refusal ->
                        waiting(
                                refusal,
                                show(request, refusal.status(), again(token, problem(refusal)))))
                .orElseGet(() -> Pages.to("/sign-in?after=setting-a-password"));
    }

    private static NewPasswordPage again(String token, Problem problem) {
        boolean isLinkOver = problem.type().equals(ProblemType.INVALID_RESET_LINK.uri());
        return new NewPasswordPage(
                isLinkOver ? "" : token, Optional.of(problem.detail()), isLinkOver);
    }

    /// What is refused by an exception or by an answer, as an answer.
    private static Optional<MutableHttpResponse<Problem>> refusal(
            Supplier<Optional<MutableHttpResponse<Problem>>> attempt) {
        try {
            return attempt.get();
        } catch (ProblemException e) {
            return Optional.of(e.problem().response());
        }
    }

    private static Problem problem(HttpResponse<Problem> refusal) {
        return Objects.requireNonNull(refusal.body());
    }

    private static HttpResponse<?> waiting(HttpResponse<?> refusal, MutableHttpResponse<?> page) {
        refusal.getHeaders()
                .findFirst(HttpHeaders.RETRY_AFTER)
                .ifPresent(seconds -> page.header(HttpHeaders.RETRY_AFTER, seconds));
        return page;
    }

    private static void refuseForeign(HttpRequest<?> request) {
        if (SameOrigin.isForeign(request)) {
            throw new ProblemException(
                    ProblemType.CROSS_SITE_REQUEST,
                    "A browser sets a password from a page of this site alone.");
        }
    }

    private MutableHttpResponse<?> show(
            HttpRequest<?> request, HttpStatus status, ForgottenPasswordPage page) {
        return pages.page(
                request,
                status,
                Section.NOWHERE,
                "Forgotten password",
                "signin/forgotten-password.jte",
                page);
    }

    private MutableHttpResponse<?> show(
            HttpRequest<?> request, HttpStatus status, NewPasswordPage page) {
        return pages.page(
                request, status, Section.NOWHERE, "New password", "signin/new-password.jte", page);
    }
}
