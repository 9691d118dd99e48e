package dev.makeline.server.page.account;

import dev.makeline.server.problem.Problem;

/// What is wrong with what was written into a form of the page.
///
/// @param form its name
/// @param field empty when it is about none
public record Objection(String form, String field, String sentence) {

    static Objection of(String form, Problem problem) {
        return new Objection(
                form,
                problem.place().map(place -> place.substring(1)).orElse(""),
                problem.detail());
    }
}
