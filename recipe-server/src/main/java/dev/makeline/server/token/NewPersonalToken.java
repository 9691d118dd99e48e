package dev.makeline.server.token;

import dev.makeline.protocol.Scope;
import dev.makeline.server.problem.Problem;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import dev.makeline.server.request.JsonFields;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What somebody asks of a new personal token, checked.
record NewPersonalToken(String name, Set<Scope> scopes, Duration lasting) {

    private static final int LONGEST_NAME = 100;
    private static final int MOST_DAYS = 365;

    /// @throws ProblemException with 400 and what is wrong with which field
    static NewPersonalToken of(byte[] body) {
        JsonFields fields = JsonFields.of(body);
        return new NewPersonalToken(
                name(fields.text("name").strip()),
                scopes(fields.texts("scopes")),
                Duration.ofDays(days(fields.integer("expiresInDays"))));
    }

    private static String name(String text) {
        if (text.isEmpty()
                || text.codePointCount(0, text.length()) > LONGEST_NAME
                || text.codePoints().anyMatch(Character::isISOControl)) {
            throw refused(
                    "name", "The name has 1 to %d characters on one line.".formatted(LONGEST_NAME));
        }
        return text;
    }

    private static Set<Scope> scopes(List<String> labels) {
        if (labels.isEmpty()) {
            throw refused("scopes", "Name at least one scope.");
        }
        return labels.stream().map(NewPersonalToken::scope).collect(Collectors.toUnmodifiableSet());
    }

    private static Scope scope(String label) {
        return Scope.of(label)
                .orElseThrow(() ->
                        refused(
                                "scopes",
                                "There is no such scope; there are %s."
                                        .formatted(
                                                Arrays.stream(Scope.values())
                                                        .map(Scope::label)
                                                        .collect(Collectors.joining(", ")))));
    }

    private static long days(long days) {
        if (days < 1 || days > MOST_DAYS) {
            throw refused(
                    "expiresInDays",
                    "expiresInDays is a whole number from 1 to %d, not %d."
                            .formatted(MOST_DAYS, days));
        }
        return days;
    }

    private static ProblemException refused(String field, String sentence) {
        return new ProblemException(
                Problem.at(ProblemType.INVALID_REQUEST, sentence, Optional.of('/' + field)));
    }
}
