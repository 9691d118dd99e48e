package dev.makeline.server.docs;

import io.swagger.v3.oas.annotations.media.Schema;

/// The shape of a request to compare two documents, for the API's description alone.
@Schema(
        name = "DocumentPair",
        description = "Each an object, or a text in any form that recipes are taken in")
public record PairBody(
        @Schema(oneOf = {RecipeBody.class, String.class}) Object recipe,
        @Schema(oneOf = {MakeBody.class, String.class}) Object make) {}
