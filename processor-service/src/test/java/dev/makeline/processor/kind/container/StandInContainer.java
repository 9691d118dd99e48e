package dev.makeline.processor.kind.container;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;

/// What a container does: reads the input by its link, puts it twice over by the other one, and
/// says so.
final class StandInContainer {

    private StandInContainer() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            byte[] input =
                    http.send(
                                    HttpRequest.newBuilder(link(HandedOver.INPUT)).build(),
                                    BodyHandlers.ofByteArray())
                            .body();
            byte[] output = Arrays.copyOf(input, 2 * input.length);
            System.arraycopy(input, 0, output, input.length, input.length);
            HttpResponse<Void> answer =
                    http.send(
                            HttpRequest.newBuilder(link(HandedOver.OUTPUT))
                                    .header("Content-Type", System.getenv(HandedOver.OUTPUT_TYPE))
                                    .PUT(BodyPublishers.ofByteArray(output))
                                    .build(),
                            BodyHandlers.discarding());
            System.out.println("The store answered " + answer.statusCode());
            System.out.println("Put to " + link(HandedOver.OUTPUT));
            System.exit(answer.statusCode() == 200 ? 0 : 1);
        }
    }

    private static URI link(String name) {
        return URI.create(System.getenv(name));
    }
}
