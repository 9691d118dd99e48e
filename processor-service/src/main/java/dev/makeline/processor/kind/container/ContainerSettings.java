package dev.makeline.processor.kind.container;

import io.micronaut.context.annotation.ConfigurationProperties;

/// @param engine the program that runs containers, such as `docker`; empty when there is none
/// @param network of the engine's that containers get
/// @param largestOutput bytes
@ConfigurationProperties("makeline.processor.container")
public record ContainerSettings(String engine, String network, long largestOutput) {

    public ContainerSettings {
        if (engine.strip().contains(" ")) {
            throw new IllegalArgumentException(
                    "makeline.processor.container.engine must be one program, for example docker, without arguments, not '%s'"
                            .formatted(engine));
        }
        if (network.isBlank()) {
            throw new IllegalArgumentException(
                    "makeline.processor.container.network is empty; it must name a network of the engine, for example bridge");
        }
        if (largestOutput < 1) {
            throw new IllegalArgumentException(
                    "makeline.processor.container.largest-output must be positive, not "
                            + largestOutput);
        }
    }

    public boolean hasEngine() {
        return !engine.isBlank();
    }
}
