package dev.makeline.server.page.signin;

import dev.makeline.server.access.OpenToAll;
import dev.makeline.server.access.SameOrigin;
import dev.makeline.server.account.OpenRegistration;
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
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `/register`: everybody may ask for an account.
@Controller("/register")
@ExecuteOn(TaskExecutors.BLOCKING)
@Hidden
final class RegisterController {

    private static final List<String> FIELDS =
            List.of("firstName", "lastName", "email", "username", "password");

    private final OpenRegistration registration;
    private final Pages pages;

    RegisterController(OpenRegistration registration, Pages pages) {
        this.registration = registration;
        this.pages = pages;
    }

    @Get(produces = MediaType.TEXT_HTML)
    @OpenToAll
    HttpResponse<?> page(HttpRequest<?> request) {
        return show(request, HttpStatus.OK, RegisterPage.EMPTY);
    }

    @Post(produces = MediaType.TEXT_HTML)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @OpenToAll
    HttpResponse<?> register(HttpRequest<?> request, @Body byte[] body) {
        if (SameOrigin.isForeign(request)) {
            throw new ProblemException(
                    ProblemType.CROSS_SITE_REQUEST,
                    "A browser registers from a page of this site alone.");
        }
        Form form = Form.of(body);
        try {
            return registration
                    .register(request, fields(form))
                    .<HttpResponse<?>>map(wait -> slowedDown(request, form, wait))
                    .orElseGet(() -> Pages.to("/sign-in?after=registering"));
        } catch (ProblemException e) {
            return show(
                    request,
                    HttpStatus.valueOf(e.problem().status()),
                    again(form, e.problem().detail(), field(e.problem())));
        }
    }

    private static JsonFields fields(Form form) {
        Map<String, String> fields = new HashMap<>();
        FIELDS.forEach(name -> fields.put(name, form.text(name)));
        return JsonFields.of(fields);
    }

    private HttpResponse<?> slowedDown(HttpRequest<?> request, Form form, Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return show(
                        request,
                        HttpStatus.TOO_MANY_REQUESTS,
                        again(
                                form,
                                "Too many people registered from here; try again in %d seconds."
                                        .formatted(seconds),
                                ""))
                .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    }

    private static RegisterPage again(Form form, String objection, String field) {
        return new RegisterPage(
                form.text("firstName"),
                form.text("lastName"),
                form.text("email"),
                form.text("username"),
                Optional.of(objection),
                field);
    }

    /// Problems name a field by a JSON pointer.
    private static String field(Problem problem) {
        return problem.place().map(place -> place.substring(1)).orElse("");
    }

    private MutableHttpResponse<?> show(
            HttpRequest<?> request, HttpStatus status, RegisterPage page) {
        return pages.page(
                request, status, Section.NOWHERE, "Register", "signin/register.jte", page);
    }
}
