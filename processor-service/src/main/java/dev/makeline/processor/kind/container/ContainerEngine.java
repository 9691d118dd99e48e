package dev.makeline.processor.kind.container;

import java.io.IOException;
import java.util.function.Consumer;

/// What runs containers on this machine. Thread-safe; blocking.
public interface ContainerEngine {

    /// Runs a container to its end. None is left when this returns, throws, or the process is told
    /// to end meanwhile.
    ///
    /// @param says takes each line that the container writes
    /// @throws IOException when the engine itself cannot be started
    /// @throws InterruptedException when the job is over for another reason
    ContainerEnd run(ContainerOrder order, Consumer<String> says)
            throws IOException, InterruptedException;
}
