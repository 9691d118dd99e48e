package dev.makeline.launcher.instance;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;

/// The TCP ports of one instance, all on 127.0.0.1 and all different.
public record Ports(
        int server, int s3, int sqs, int dynamoDb, int watcher, int sender, int processor) {

    /// The fixed local addresses that documents and clients know.
    public static final Ports STANDARD = new Ports(8080, 9000, 9324, 8000, 8081, 8082, 8083);

    private static final int HIGHEST = 65_535;

    /// @param owner what listens there, as a person knows it
    /// @param flag changes it
    public record Use(String owner, String flag, int port) {}

    public Ports {
        for (int port : new int[] {server, s3, sqs, dynamoDb, watcher, sender, processor}) {
            if (port < 1 || port > HIGHEST) {
                throw CannotProceedException.refused(
                        "There is no port %d: ports are 1 to %d, so choose another --port-offset or --port-…"
                                .formatted(port, HIGHEST));
            }
        }
    }

    public Ports shiftedBy(int offset) {
        return new Ports(
                server + offset,
                s3 + offset,
                sqs + offset,
                dynamoDb + offset,
                watcher + offset,
                sender + offset,
                processor + offset);
    }

    @JsonIgnore
    public List<Use> uses() {
        return List.of(
                new Use("recipe-server", "--port-server", server),
                new Use("S3", "--port-s3", s3),
                new Use("SQS", "--port-sqs", sqs),
                new Use("DynamoDB", "--port-dynamodb", dynamoDb),
                new Use("watcher-service", "--port-watcher", watcher),
                new Use("sender-service", "--port-sender", sender),
                new Use("processor-service", "--port-processor", processor));
    }

    static InetSocketAddress address(int port) {
        return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
    }

    public static URI uri(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}
