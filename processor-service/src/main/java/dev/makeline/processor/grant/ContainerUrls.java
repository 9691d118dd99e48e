package dev.makeline.processor.grant;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/// Links to one object that lies between a container and the task that looks after it: the
/// container puts its output there, the task takes it from there. No file ever has this object, so
/// that a container which keeps its link changes nothing that anybody sees. They are secrets.
///
/// @param put for the container
/// @param get for the task
public record ContainerUrls(URI put, URI get) {

    /// The variables of a container.
    public static final String INPUT = "MAKELINE_INPUT_URL";

    public static final String OUTPUT = "MAKELINE_OUTPUT_URL";

    /// The Content-Type that the output is to be put with: the link is good for no other.
    public static final String OUTPUT_TYPE = "MAKELINE_OUTPUT_TYPE";

    private static final String PUT = "MAKELINE_CONTAINER_PUT_URL";
    private static final String GET = "MAKELINE_CONTAINER_GET_URL";

    public Map<String, String> toEnvironment() {
        return Map.of(PUT, put.toString(), GET, get.toString());
    }

    /// What the container itself gets.
    public Map<String, String> forContainer(URI input) {
        return Map.of(
                INPUT,
                input.toString(),
                OUTPUT,
                put.toString(),
                OUTPUT_TYPE,
                ObjectUrls.OUTPUT_TYPE);
    }

    /// Empty where the environment has none.
    public static Optional<ContainerUrls> of(Map<String, String> environment) {
        return Optional.ofNullable(environment.get(PUT))
                .flatMap(put ->
                        Optional.ofNullable(environment.get(GET))
                                .map(get -> new ContainerUrls(URI.create(put), URI.create(get))));
    }

    @Override
    public String toString() {
        return "ContainerUrls[***]";
    }
}
