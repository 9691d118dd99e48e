package dev.makeline.operations;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import io.micronaut.runtime.Micronaut;
import io.micronaut.runtime.exceptions.ApplicationStartupException;
import java.net.BindException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
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
        AwsRegion.trouble(System.getenv())
                .ifPresent(trouble -> refuse(application, "The service cannot start: " + trouble));
        AwsEndpoints.ofEnvironment();
        try {
            ApplicationContext context =
                    new Start()
                            .args(args)
                            .mainClass(application)
                            .banner(false)
                            .eagerInitConfiguration(true)
                            .start();
            log.atInfo()
                    .addKeyValue("service", application.getSimpleName())
                    .addKeyValue("environments", context.getEnvironment().getActiveNames())
                    .log("Service started");
        } catch (RuntimeException | ExceptionInInitializerError e) {
            log.debug("The start failed", e);
            refuse(application, sentence(e));
        }
    }

    /// Micronaut itself would log a stack trace and end the process.
    private static final class Start extends Micronaut {

        @Override
        protected void handleStartupException(Environment environment, Throwable exception) {
            throw new ApplicationStartupException(
                    String.valueOf(exception.getMessage()), exception);
        }
    }

    private static void refuse(Class<?> application, String sentence) {
        log.atError().addKeyValue("service", application.getSimpleName()).log("{}", sentence);
        System.exit(EXIT_MISCONFIGURED);
    }

    /// The innermost message that says something, with the outer one for where; no stack trace.
    static String sentence(Throwable failure) {
        Optional<String> portInUse = portInUse(failure);
        if (portInUse.isPresent()) {
            return portInUse.get();
        }
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
                + (Objects.equals(where, why) || namesASetting(why) ? why : where + " · " + why);
    }

    private static boolean namesASetting(String message) {
        return Stream.of("makeline.", "MAKELINE_", "AWS_").anyMatch(message::contains);
    }

    private static Optional<String> portInUse(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return Optional.of(
                        "The service cannot start: its port is in use (%s); stop what uses it, or set MICRONAUT_SERVER_PORT to another"
                                .formatted(failure.getMessage()));
            }
        }
        return Optional.empty();
    }

    private static String firstLine(String message) {
        return message.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
    }
}
