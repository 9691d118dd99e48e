package dev.makeline.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.launcher.instance.CannotProceedException;
import dev.makeline.launcher.instance.RunningInstance;
import dev.makeline.launcher.instance.ServerApi;
import dev.makeline.launcher.instance.ServerApi.Answer;
import dev.makeline.launcher.instance.Tokens;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Administrators of the running instance. What it does goes through the REST API with a token of
/// the operator, so that it is checked and on record like everything else.
@Command(
        name = "admin",
        description = "Makes an account of an administrator: admin create.",
        synopsisSubcommandLabel = "create",
        subcommands = AdminCommand.Create.class)
final class AdminCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        throw CannotProceedException.refused(
                "Say what to do with administrators: ./makeline admin create --help tells the options.");
    }

    @Command(
            name = "create",
            description =
                    "Makes an account of an administrator in the running instance. The password is asked for, or read as one line of standard input.")
    static final class Create implements Callable<Integer> {

        private static final Duration TOKEN_VALIDITY = Duration.ofMinutes(1);
        private static final int CREATED = 201;

        @Mixin private final InstanceChoice instance = new InstanceChoice();

        @Option(
                names = "--username",
                paramLabel = "NAME",
                required = true,
                description = "To log in with.")
        private String username = "";

        @Option(
                names = "--email",
                paramLabel = "ADDRESS",
                required = true,
                description = "Where mails go.")
        private String email = "";

        @Option(
                names = "--first-name",
                paramLabel = "NAME",
                required = true,
                description = "As others see it.")
        private String firstName = "";

        @Option(
                names = "--last-name",
                paramLabel = "NAME",
                required = true,
                description = "As others see it.")
        private String lastName = "";

        @Override
        public Integer call() throws InterruptedException {
            RunningInstance running = instance.find();
            String password = PasswordInput.ofThisProcess().read();
            Tokens tokens = new Tokens(running);
            String token = tokens.issue("admin-create", TOKEN_VALIDITY);
            try (ServerApi api = new ServerApi(running.ports(), token)) {
                Answer answer =
                        api.post("/v1/users/admins", person(password))
                                .orElseThrow(Create::noAnswer);
                if (answer.status() != CREATED) {
                    throw refused(answer.body());
                }
                System.out.printf(
                        "%s is an administrator (%s).%n",
                        answer.body().path("username").asText(),
                        answer.body().path("userId").asText());
                return 0;
            } finally {
                tokens.revoke(token);
            }
        }

        private Map<String, String> person(String password) {
            return Map.of(
                    "firstName", firstName,
                    "lastName", lastName,
                    "email", email,
                    "username", username,
                    "password", password);
        }

        private static CannotProceedException noAnswer() {
            return CannotProceedException.refused(
                    "recipe-server does not answer: look at ./makeline status and try again.");
        }

        private static CannotProceedException refused(JsonNode problem) {
            return CannotProceedException.refused(
                    "No account was made: "
                            + Optional.of(problem.path("detail").asText())
                                    .filter(detail -> !detail.isEmpty())
                                    .orElse("recipe-server refused it."));
        }
    }
}
