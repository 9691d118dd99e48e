package dev.makeline.launcher;

import dev.makeline.launcher.instance.Ports;
import java.util.Optional;
import picocli.CommandLine.Option;

/// The ports of an instance, as the command line gives them.
final class PortOptions {

    @Option(
            names = "--port-offset",
            paramLabel = "N",
            description = "Add N to every standard port.",
            defaultValue = "0")
    private int offset;

    @Option(names = "--port-server", paramLabel = "PORT", description = "recipe-server (8080).")
    private Optional<Integer> server = Optional.empty();

    @Option(names = "--port-s3", paramLabel = "PORT", description = "S3 (9000).")
    private Optional<Integer> s3 = Optional.empty();

    @Option(names = "--port-sqs", paramLabel = "PORT", description = "SQS (9324).")
    private Optional<Integer> sqs = Optional.empty();

    @Option(names = "--port-dynamodb", paramLabel = "PORT", description = "DynamoDB (8000).")
    private Optional<Integer> dynamoDb = Optional.empty();

    @Option(names = "--port-watcher", paramLabel = "PORT", description = "watcher-service (8081).")
    private Optional<Integer> watcher = Optional.empty();

    @Option(names = "--port-sender", paramLabel = "PORT", description = "sender-service (8082).")
    private Optional<Integer> sender = Optional.empty();

    @Option(
            names = "--port-processor",
            paramLabel = "PORT",
            description = "processor-service (8083).")
    private Optional<Integer> processor = Optional.empty();

    Ports ports() {
        Ports base = Ports.STANDARD.shiftedBy(offset);
        return new Ports(
                server.orElse(base.server()),
                s3.orElse(base.s3()),
                sqs.orElse(base.sqs()),
                dynamoDb.orElse(base.dynamoDb()),
                watcher.orElse(base.watcher()),
                sender.orElse(base.sender()),
                processor.orElse(base.processor()));
    }
}
