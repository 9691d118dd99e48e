package dev.makeline.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {

    @Test
    void withoutArgumentsItIsTheFixedAddressesInMemory() {
        LocalAwsSettings settings = settings();

        assertThat(settings.dataDirectory()).isEmpty();
        assertThat(settings.bindAddress()).isEqualTo("127.0.0.1");
        assertThat(settings.ports()).isEqualTo(new Ports(9000, 9324, 8000));
        assertThat(settings.s3Events()).isTrue();
    }

    @Test
    void everythingCanBeChosen() {
        LocalAwsSettings settings =
                settings(
                        "--data",
                        "/srv/makeline",
                        "--bind",
                        "0.0.0.0",
                        "--s3-port",
                        "1",
                        "--sqs-port",
                        "2",
                        "--dynamodb-port",
                        "3",
                        "--no-events");

        assertThat(settings.dataDirectory()).contains(Path.of("/srv/makeline"));
        assertThat(settings.bindAddress()).isEqualTo("0.0.0.0");
        assertThat(settings.ports()).isEqualTo(new Ports(1, 2, 3));
        assertThat(settings.s3Events()).isFalse();
    }

    @Test
    void healthIsToldWhereAsked() {
        assertThat(CommandLine.parse("--health-port", "8084"))
                .isInstanceOfSatisfying(
                        CommandLine.Run.class, run -> assertThat(run.healthPort()).contains(8084));
        assertThat(CommandLine.parse())
                .isInstanceOfSatisfying(
                        CommandLine.Run.class, run -> assertThat(run.healthPort()).isEmpty());
    }

    @Test
    void faultsOfEventsAreSeeded() {
        LocalAwsSettings settings =
                settings(
                        "--drop-events",
                        "5%",
                        "--double-events",
                        "--shuffle-events",
                        "--seed",
                        "7");

        assertThat(settings.eventFaults().create()).isInstanceOf(SeededS3EventFaults.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--frobnicate | There is no option '--frobnicate' (see --help)",
                "--data | --data needs a value (see --help)",
                "--s3-port x | --s3-port is a whole number, not 'x' (see --help)",
                "--s3-port 70000 | The port of S3 is 0 to 65535, not 70000 (see --help)",
                "--drop-events 5 | --drop-events is a percentage such as 5%, not '5' (see --help)"
            })
    void mistakesAreToldInASentence(String arguments, String sentence) {
        assertThat(CommandLine.parse(arguments.split(" ")))
                .isEqualTo(new CommandLine.Mistake(sentence));
    }

    @Test
    void helpIsHelp() {
        assertThat(CommandLine.parse("--help")).isEqualTo(new CommandLine.Help());
    }

    private static LocalAwsSettings settings(String... arguments) {
        return switch (CommandLine.parse(arguments)) {
            case CommandLine.Run(LocalAwsSettings settings, var _) -> settings;
            case CommandLine.Help help -> throw new AssertionError(help);
            case CommandLine.Mistake mistake -> throw new AssertionError(mistake);
        };
    }
}
