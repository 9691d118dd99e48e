package dev.makeline.processor.kind.container;

import dev.makeline.processor.grant.ContainerUrls;
import dev.makeline.processor.grant.Transfer;
import dev.makeline.protocol.FileId;
import dev.makeline.protocol.FilesTable;
import dev.makeline.protocol.LiveFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// What a container and its task hand to each other: the links that the container gets in its
/// environment, and the object that it puts.
public final class HandedOver {

    static final String INPUT = ContainerUrls.INPUT;
    static final String OUTPUT = ContainerUrls.OUTPUT;
    static final String OUTPUT_TYPE = ContainerUrls.OUTPUT_TYPE;

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int OK = 200;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int BUFFER = 64 * 1024;

    /// What is found where the output belongs.
    sealed interface Output {

        record There(Path file) implements Output {}

        record Nothing() implements Output {}

        record TooLarge() implements Output {}
    }

    private final URI input;
    private final ContainerUrls urls;
    private final DynamoDbClient dynamoDb;
    private final Duration strayAfter;
    private final Duration timeout;
    private final InstantSource clock;

    /// @param strayAfter when the object that the container puts is removed; no link lasts longer
    /// @param timeout until an answer begins; its content has more, by its size
    public HandedOver(
            URI input,
            ContainerUrls urls,
            DynamoDbClient dynamoDb,
            Duration strayAfter,
            Duration timeout,
            InstantSource clock) {
        this.input = input;
        this.urls = urls;
        this.dynamoDb = dynamoDb;
        this.strayAfter = strayAfter;
        this.timeout = timeout;
        this.clock = clock;
    }

    /// To be called before the container is started: whatever it puts, and however late, is removed
    /// once its link is good for nothing.
    void expectObject() {
        String[] path = urls.put().getPath().split("/", -1);
        FileId file = new FileId(path[path.length - 2]);
        dynamoDb.putItem(put ->
                put.tableName(FilesTable.NAME)
                        .item(LiveFile.removalRow(file, clock.instant().plus(strayAfter))));
    }

    Map<String, String> environment() {
        return urls.forContainer(input);
    }

    /// A line of the container's without the links, which are secrets.
    String withoutLinks(String line) {
        return line.replace(input.toString(), "<MAKELINE_INPUT_URL>")
                .replace(urls.put().toString(), "<MAKELINE_OUTPUT_URL>");
    }

    /// Takes what the container put, once it has ended.
    ///
    /// @param largest bytes; of what is larger nothing is kept
    Output take(Path file, long largest) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(urls.get()).timeout(timeout).GET().build();
        try (HttpClient http = client()) {
            HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
            Duration longest =
                    Transfer.longest(timeout, Math.min(largest, length(response, largest)));
            try (InputStream content = Transfer.within(longest, response.body())) {
                return switch (response.statusCode()) {
                    case OK -> take(content, file, largest);
                    // S3 says 403 of what is not there to those who may not list the bucket.
                    case NOT_FOUND, FORBIDDEN -> new Output.Nothing();
                    default ->
                            throw new IOException(
                                    "The container's output could not be read: the store answered "
                                            + response.statusCode());
                };
            } finally {
                http.shutdownNow();
            }
        }
    }

    private static long length(HttpResponse<InputStream> response, long unknown) {
        return response.headers().firstValueAsLong("Content-Length").orElse(unknown);
    }

    private static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .build();
    }

    private static Output take(InputStream content, Path file, long largest) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        try (var out = Files.newOutputStream(file)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > largest) {
                    return new Output.TooLarge();
                }
                out.write(buffer, 0, read);
            }
        }
        return new Output.There(file);
    }
}
