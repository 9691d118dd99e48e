package dev.makeline.deploy;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the role of one program is allowed, whatever the conditions.
final class Grants {

    private final List<Statements> statements;

    private Grants(List<Statements> statements) {
        this.statements = statements;
    }

    /// @param program as its task definition's family says, without the prefix
    static Grants of(Installation installation, String program) {
        String role = program.replace("-", "") + "role";
        List<Statements> own =
                Statements.of(installation)
                        .filter(Statements::allows)
                        .filter(statement -> statement.resource().type().equals("AWS::IAM::Policy"))
                        .filter(statement -> statement.resource().id().startsWith(role))
                        .toList();
        if (own.isEmpty()) {
            throw new AssertionError("%s has no role in %s".formatted(program, installation));
        }
        return new Grants(own);
    }

    boolean allow(String action, String resource) {
        return statements.stream()
                .filter(statement -> statement.actions().contains(action))
                .flatMap(statement -> statement.resources().stream())
                .anyMatch(pattern -> matches(pattern, resource));
    }

    /// The statements about one of the keys, by the stack that it is in.
    Stream<Statements> ofKey(String stack) {
        return statements.stream()
                .filter(statement ->
                        statement.actions().stream().anyMatch(action -> action.startsWith("kms:")))
                .filter(statement ->
                        statement.resources().stream()
                                .allMatch(resource -> resource.contains(stack)));
    }

    private static boolean matches(String pattern, String resource) {
        return Pattern.matches(
                Stream.of(pattern.split("\\*", -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining(".*")),
                resource);
    }
}
