package dev.makeline.server.page.layout;

import dev.makeline.server.problem.Problem;

/// What went wrong, and what to do next.
///
/// @param heading in a few words
/// @param detail of this very request
/// @param next what to do
/// @param linkLabel of where to go
/// @param linkPath of this server
public record ProblemPage(
        int status, String heading, String detail, String next, String linkLabel, String linkPath) {

    static ProblemPage of(Problem problem, LocalPath here) {
        return switch (problem.status()) {
            case 403 ->
                    page(
                            problem,
                            "You may not do this",
                            "If you need it, ask an administrator to give you the right.");
            case 404 ->
                    page(
                            problem,
                            "There is nothing here",
                            "The link may be old, or what it led to is gone.");
            case 413, 415, 422, 400 ->
                    page(problem, "That did not work", "Go back, change it, and send it again.");
            case 429 -> page(problem, "Not so fast", "Wait a moment, then try again.");
            case 503 ->
                    new ProblemPage(
                            503,
                            "Makeline cannot reach something it needs",
                            problem.detail(),
                            "Nothing is lost. It usually takes seconds; administrators see what is down at /health.",
                            "Try again",
                            here.value());
            case 500 ->
                    page(
                            problem,
                            "Something went wrong here",
                            "It is not your fault. If it stays so, tell an administrator what you did.");
            default -> page(problem, problem.title(), "Go back, and try again.");
        };
    }

    private static ProblemPage page(Problem problem, String heading, String next) {
        return new ProblemPage(
                problem.status(), heading, problem.detail(), next, "To today's makes", "/");
    }
}
