package dev.makeline.server.account;

import dev.makeline.server.problem.Problem;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import io.micronaut.http.HttpResponse;

/// Refusals that more than one route answers.
final class AccountProblems {

    private AccountProblems() {}

    static ProblemException unknown() {
        return new ProblemException(
                ProblemType.ACCOUNT_NOT_FOUND, "Nobody has an account with this id.");
    }

    static HttpResponse<?> lastAdministrator() {
        return isLastAdministrator().response();
    }

    static Problem isLastAdministrator() {
        return Problem.of(
                ProblemType.STATE_CONFLICT,
                "This is the only active administrator: make somebody else one before.");
    }
}
