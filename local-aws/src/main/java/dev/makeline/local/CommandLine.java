package dev.makeline.local;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// What the arguments of the process ask for.
sealed interface CommandLine {

    String USAGE =
            """
            Local AWS: S3, SQS and DynamoDB on this machine.

              --memory              keep nothing (this is the default)
              --data DIR            keep objects and tables in DIR; queues are never kept
              --bind ADDRESS        listen on ADDRESS instead of 127.0.0.1
              --s3-port PORT        instead of 9000; 0 takes any free port
              --sqs-port PORT       instead of 9324
              --dynamodb-port PORT  instead of 8000
              --health-port PORT    answer GET /health/readiness there once all is ready
              --no-events           tell nobody about objects in makeline-intake
              --drop-events 5%      lose this share of the S3 events
              --double-events       send every S3 event twice
              --shuffle-events      send S3 events in another order
              --seed NUMBER         make the same choices about events again
            """;

    /// @param healthPort where the process tells that it is ready; nowhere when empty
    record Run(LocalAwsSettings settings, Optional<Integer> healthPort) implements CommandLine {}

    record Help() implements CommandLine {}

    record Mistake(String sentence) implements CommandLine {}

    static CommandLine parse(String... arguments) {
        Deque<String> rest = new ArrayDeque<>(List.of(arguments));
        Parsed parsed = Parsed.nothing();
        try {
            while (!rest.isEmpty()) {
                if (rest.contains("--help")) {
                    return new Help();
                }
                parsed = parsed.with(rest.pop(), rest);
            }
            return new Run(parsed.settings(), parsed.healthPort());
        } catch (IllegalArgumentException e) {
            return new Mistake(e.getMessage() + " (see --help)");
        }
    }

    /// What was read so far.
    record Parsed(
            LocalAwsSettings base,
            double droppedShare,
            boolean doubled,
            boolean shuffled,
            Optional<Long> seed,
            Optional<Integer> healthPort) {

        private static Parsed nothing() {
            return new Parsed(
                    LocalAwsSettings.inMemory().withPorts(Ports.standard()),
                    0,
                    false,
                    false,
                    Optional.empty(),
                    Optional.empty());
        }

        private Parsed with(String name, Deque<String> rest) {
            Ports ports = base.ports();
            return switch (name) {
                case "--memory" -> with(base.withDataDirectory(Optional.empty()));
                case "--data" -> with(base.withDataDirectory(Optional.of(path(name, rest))));
                case "--bind" -> with(base.withBindAddress(value(name, rest)));
                case "--s3-port" ->
                        with(
                                base.withPorts(
                                        new Ports(
                                                port(name, rest), ports.sqs(), ports.dynamoDb())));
                case "--sqs-port" ->
                        with(
                                base.withPorts(
                                        new Ports(ports.s3(), port(name, rest), ports.dynamoDb())));
                case "--dynamodb-port" ->
                        with(base.withPorts(new Ports(ports.s3(), ports.sqs(), port(name, rest))));
                case "--no-events" -> with(base.withoutS3Events());
                case "--drop-events" ->
                        new Parsed(base, share(name, rest), doubled, shuffled, seed, healthPort);
                case "--double-events" ->
                        new Parsed(base, droppedShare, true, shuffled, seed, healthPort);
                case "--shuffle-events" ->
                        new Parsed(base, droppedShare, doubled, true, seed, healthPort);
                case "--seed" ->
                        new Parsed(
                                base,
                                droppedShare,
                                doubled,
                                shuffled,
                                Optional.of(number(name, rest)),
                                healthPort);
                case "--health-port" ->
                        new Parsed(
                                base,
                                droppedShare,
                                doubled,
                                shuffled,
                                seed,
                                Optional.of(port(name, rest)));
                default ->
                        throw new IllegalArgumentException(
                                "There is no option '%s'".formatted(name));
            };
        }

        private Parsed with(LocalAwsSettings settings) {
            return new Parsed(settings, droppedShare, doubled, shuffled, seed, healthPort);
        }

        private LocalAwsSettings settings() {
            if (droppedShare == 0 && !doubled && !shuffled) {
                return base;
            }
            long chosen = seed.orElseGet(() -> new Random().nextLong());
            return base.withEventFaults(
                    () -> new SeededS3EventFaults(droppedShare, doubled, shuffled, chosen));
        }

        private static String value(String name, Deque<String> rest) {
            String value = rest.poll();
            if (value == null) {
                throw new IllegalArgumentException("%s needs a value".formatted(name));
            }
            return value;
        }

        private static Path path(String name, Deque<String> rest) {
            return Path.of(value(name, rest));
        }

        private static int port(String name, Deque<String> rest) {
            return Math.toIntExact(Math.min(number(name, rest), Integer.MAX_VALUE));
        }

        private static long number(String name, Deque<String> rest) {
            String value = value(name, rest);
            try {
                return Long.parseLong(value);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(
                        "%s is a whole number, not '%s'".formatted(name, value), e);
            }
        }

        private static double share(String name, Deque<String> rest) {
            String value = value(name, rest);
            if (!value.matches("\\d{1,2}(\\.\\d+)?%|100%")) {
                throw new IllegalArgumentException(
                        "%s is a percentage such as 5%%, not '%s'".formatted(name, value));
            }
            return Double.parseDouble(value.substring(0, value.length() - 1)) / 100;
        }
    }
}
