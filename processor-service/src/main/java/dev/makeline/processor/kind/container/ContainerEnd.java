package dev.makeline.processor.kind.container;

/// What came of running a container.
sealed interface ContainerEnd {

    record Exited(int code) implements ContainerEnd {}

    /// The image does not exist, or may not be read.
    record NoImage() implements ContainerEnd {}

    /// The image could not be fetched, or the engine could not start the container; later it may.
    ///
    /// @param reason what the engine said of it
    record EngineFailed(String reason) implements ContainerEnd {}
}
