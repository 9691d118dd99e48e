package dev.makeline.server.recipe;

import dev.makeline.server.docs.RecipeBody;
import io.micronaut.http.MediaType;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Describes a body that is a recipe in any form.
@RequestBody(
        content = {
            @Content(
                    mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = RecipeBody.class)),
            @Content(mediaType = DocumentBody.LINKED_DATA, schema = @Schema(type = "object")),
            @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = "string")),
            @Content(mediaType = DocumentBody.MARKDOWN, schema = @Schema(type = "string"))
        })
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
@interface RecipeRequest {}
