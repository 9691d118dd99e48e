package dev.makeline.server.page.signin;

import dev.makeline.server.access.NeedsPerson;
import dev.makeline.server.access.OpenToAll;
import dev.makeline.server.access.SessionCookie;
import dev.makeline.server.login.BrowserLogIn;
import dev.makeline.server.login.LogOut;
import dev.makeline.server.oidc.OidcSettings;
import dev.makeline.server.page.layout.Form;
import dev.makeline.server.page.layout.LocalPath;
import dev.makeline.server.page.layout.Pages;
import dev.makeline.server.page.layout.Section;
import dev.makeline.server.problem.Problem;
import io.micronaut.core.annotation.Nullable;
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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Optional;

/// `/sign-in` and `/sign-out`.
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Hidden
final class SignInController {

    private final BrowserLogIn logIn;
    private final LogOut logOut;
    private final OidcSettings oidc;
    private final Pages pages;

    SignInController(BrowserLogIn logIn, LogOut logOut, OidcSettings oidc, Pages pages) {
        this.logIn = logIn;
        this.logOut = logOut;
        this.oidc = oidc;
        this.pages = pages;
    }

    @Get(uri = "/sign-in", produces = MediaType.TEXT_HTML)
    @OpenToAll
    HttpResponse<?> page(
            HttpRequest<?> request,
            @QueryValue @Nullable String next,
            @QueryValue @Nullable String after) {
        return show(
                request,
                HttpStatus.OK,
                new SignInPage(
                        LocalPath.of(Optional.ofNullable(next)).value(),
                        "",
                        Optional.empty(),
                        SignInPage.news(Optional.ofNullable(after)),
                        oidc.isOn()));
    }

    @Post(uri = "/sign-in", produces = MediaType.TEXT_HTML)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @OpenToAll
    HttpResponse<?> signIn(HttpRequest<?> request, @Body byte[] body) {
        Form form = Form.of(body);
        String next = LocalPath.of(form.field("next")).value();
        HttpResponse<?> answer =
                logIn.attempt(
                        request,
                        form.text("username"),
                        form.text("password"),
                        (_, begun) -> Pages.to(next).cookie(begun.cookie()));
        return answer.body() instanceof Problem problem
                ? again(request, form.text("username"), next, answer, problem)
                : answer;
    }

    private HttpResponse<?> again(
            HttpRequest<?> request,
            String username,
            String next,
            HttpResponse<?> answer,
            Problem problem) {
        MutableHttpResponse<?> page =
                show(
                        request,
                        answer.status(),
                        new SignInPage(
                                next,
                                username,
                                Optional.of(problem.detail()),
                                Optional.empty(),
                                oidc.isOn()));
        answer.getHeaders()
                .findFirst(HttpHeaders.RETRY_AFTER)
                .ifPresent(seconds -> page.header(HttpHeaders.RETRY_AFTER, seconds));
        return page;
    }

    private MutableHttpResponse<?> show(
            HttpRequest<?> request, HttpStatus status, SignInPage page) {
        return pages.page(request, status, Section.NOWHERE, "Sign in", "signin/sign-in.jte", page);
    }

    @Post("/sign-out")
    @Consumes(MediaType.ALL)
    @NeedsPerson
    HttpResponse<?> signOut(HttpRequest<?> request) {
        logOut.end(request);
        return Pages.to("/sign-in?after=signing-out").cookie(SessionCookie.none());
    }
}
