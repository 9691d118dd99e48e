package dev.makeline.local;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/// Local AWS as a process of its own. Prints one line for each endpoint when everything is ready
/// and runs until it is told to end (SIGTERM, SIGINT).
///
/// Ends with exit code 2 and one sentence on stderr when it cannot start or an argument is wrong.
public final class LocalAwsApplication {

    private static final String LOG_CONFIGURATION = "logback.configurationFile";
    private static final int CANNOT_START = 2;

    private LocalAwsApplication() {}

    public static void main(String[] arguments) throws InterruptedException {
        if (System.getProperty(LOG_CONFIGURATION) == null) {
            System.setProperty(LOG_CONFIGURATION, "local-aws-logback.xml");
        }
        switch (CommandLine.parse(arguments)) {
            case CommandLine.Run(var settings, var healthPort) -> run(settings, healthPort);
            case CommandLine.Help() -> System.out.print(CommandLine.USAGE);
            case CommandLine.Mistake(String sentence) -> fail(sentence);
        }
    }

    private static void run(LocalAwsSettings settings, Optional<Integer> healthPort)
            throws InterruptedException {
        try {
            LocalAws aws = LocalAws.start(settings);
            Runtime.getRuntime().addShutdownHook(new Thread(aws::close, "local-aws-stop"));
            healthPort.ifPresent(HealthEndpoint::open);
            System.out.printf(
                    "S3        %s%nSQS       %s%nDynamoDB  %s%n",
                    aws.s3(), aws.sqs(), aws.dynamoDb());
            new CountDownLatch(1).await();
        } catch (LocalAwsCannotStartException e) {
            fail(e.sentence());
        }
    }

    private static void fail(String sentence) {
        System.err.println(sentence);
        System.exit(CANNOT_START);
    }
}
