package dev.makeline.processor.grant;

import dev.makeline.protocol.FileId;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Links to objects, each good for one object, one method and a time: whoever has them needs no
/// rights of their own. They are secrets.
///
/// @param input to GET, for jobs with a file
/// @param outputs to PUT, one for each output that the job may make
public record ObjectUrls(Optional<URI> input, List<URI> outputs) {

    /// Of one job; ECS takes 8,192 characters of settings for a task, and a link has some 450
    /// beside the session token, which all share.
    public static final int MOST_OUTPUTS = 3;

    /// Signed with each output link: a PUT has to say the same.
    public static final String OUTPUT_TYPE = "application/octet-stream";

    static final String INPUT = "MAKELINE_INPUT_URL";
    static final String OUTPUTS = "MAKELINE_OUTPUT_URLS";

    public ObjectUrls {
        outputs = List.copyOf(outputs);
    }

    public Map<String, String> toEnvironment() {
        Map<String, String> environment = new HashMap<>();
        environment.put(
                OUTPUTS, outputs.stream().map(URI::toString).collect(Collectors.joining(" ")));
        input.ifPresent(url -> environment.put(INPUT, url.toString()));
        return environment;
    }

    /// Without any where the environment has none.
    public static ObjectUrls of(Map<String, String> environment) {
        return new ObjectUrls(
                Optional.ofNullable(environment.get(INPUT)).map(URI::create),
                Arrays.stream(
                                Optional.ofNullable(environment.get(OUTPUTS))
                                        .orElse("")
                                        .split(" ", -1))
                        .filter(url -> !url.isBlank())
                        .map(URI::create)
                        .toList());
    }

    /// The file whose object a link leads to.
    public static FileId file(URI link) {
        String[] path = link.getPath().split("/", -1);
        return new FileId(path[path.length - 2]);
    }

    @Override
    public String toString() {
        return "ObjectUrls[input=%s, outputs=%d]".formatted(input.isPresent(), outputs.size());
    }
}
