package dev.makeline.server;

import dev.makeline.protocol.Scope;
import dev.makeline.server.access.Needs;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Map;

/// A route that takes a form, for the servers that ask for it.
@Controller("/form")
@Requires(property = "test.form")
@ExecuteOn(TaskExecutors.BLOCKING)
final class FormOfTheTests {

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Scope.RECIPES_READ)
    String take(@Body Map<String, String> form) {
        return String.valueOf(form.get("text"));
    }
}
