package dev.makeline.server.recipe;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The body is a document in any form, under the content types of all of them. The form is told by
/// the content alone.
@Consumes({
    MediaType.APPLICATION_JSON,
    DocumentBody.LINKED_DATA,
    MediaType.TEXT_HTML,
    DocumentBody.MARKDOWN
})
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface TakesDocument {}
