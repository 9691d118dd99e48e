package dev.makeline.server.page.layout;

import dev.makeline.server.access.OpenToAll;
import dev.makeline.server.access.SameOrigin;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Hidden;

/// `/appearance`: light or dark, for everybody with this browser.
@Controller("/appearance")
@Hidden
final class AppearanceController {

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @OpenToAll
    HttpResponse<?> choose(HttpRequest<?> request, @Body byte[] body) {
        if (SameOrigin.isForeign(request)) {
            throw new ProblemException(
                    ProblemType.CROSS_SITE_REQUEST, "Only pages of this site choose how it looks.");
        }
        Form form = Form.of(body);
        Theme theme = form.field("theme").flatMap(Theme::named).orElse(Theme.DEVICE);
        return Pages.to(LocalPath.of(form.field("next")).value()).cookie(theme.cookie());
    }
}
