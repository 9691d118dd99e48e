package dev.makeline.operations;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.Micronaut;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts a service, or ends the process with one sentence that says which setting is wrong.
public final class ServiceStart {

    /// The process could not start because of its settings or surroundings; a restart alone does
    /// not help.
    public static final int EXIT_MISCONFIGURED = 2;

    private static final Logger log = LoggerFactory.getLogger(ServiceStart.class);

    private ServiceStart() {}

    /// Returns when the service answers; exits the process when it cannot.
    public static void run(Class<?> application, String[] args) {
        ParentProcess.exitWithIt();
        try {
            ApplicationContext context =
                    Micronaut.build(args)
                            .mainClass(application)
                            // Exit code 0 makes Micronaut throw rather than end with a stack trace.
                            .mapError(Throwable.class, _ -> 0)
                            .banner(false)
                            .eagerInitConfiguration(true)
                            .start();
            log.atInfo()
                    .addKeyValue("service", application.getSimpleName())
                    .addKeyValue("environments", context.getEnvironment().getActiveNames())
                    .log("Service started");
        } catch (RuntimeException | ExceptionInInitializerError e) {
            log.atError()
                    .addKeyValue("service", application.getSimpleName())
                    .log("{}", sentence(e));
            log.debug("The start failed", e);
            System.exit(EXIT_MISCONFIGURED);
        }
    }

    /// The innermost message that says something, with the outer one for where; no stack trace.
    static String sentence(Throwable failure) {
        Deque<String> messages = new ArrayDeque<>();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Optional.ofNullable(cause.getMessage())
                    .map(ServiceStart::firstLine)
                    .filter(text -> !text.isBlank())
                    .ifPresent(messages::addLast);
        }
        if (messages.isEmpty()) {
            return "The service cannot start: " + failure.getClass().getSimpleName();
        }
        String where = messages.getFirst();
        String why = messages.getLast();
        return "The service cannot start: "
                + (Objects.equals(where, why) ? why : where + " · " + why);
    }

    private static String firstLine(String message) {
        return message.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
    }
}
