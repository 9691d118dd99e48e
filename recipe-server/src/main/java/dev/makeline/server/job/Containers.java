package dev.makeline.server.job;

import dev.makeline.protocol.job.ContainerImage;
import dev.makeline.protocol.job.ContainerStore;
import dev.makeline.server.access.Caller;
import dev.makeline.server.access.RequestAudit;
import dev.makeline.server.audit.AuditAction;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The registered container images, and what administrators do with them, on record. Thread-safe;
/// blocking.
@Singleton
public final class Containers {

    private final ContainerStore store;
    private final RequestAudit audit;
    private final InstantSource clock;

    Containers(ContainerStore store, RequestAudit audit, InstantSource clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /// By name.
    public List<ContainerImage> all() {
        return store.all();
    }

    /// Another image under the same name takes its place.
    ///
    /// @throws ProblemException with 400 and all that does not fit
    public ContainerImage register(
            HttpRequest<?> request,
            String name,
            String image,
            List<String> command,
            String summary,
            Optional<String> extension) {
        List<String> problems = ContainerImage.problems(name, image, command, summary, extension);
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemType.INVALID_REQUEST, String.join(" ", problems));
        }
        ContainerImage container =
                new ContainerImage(
                        name,
                        image,
                        command,
                        summary,
                        extension,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        Caller.of(request).owner().value());
        store.put(container);
        audit.append(
                request,
                AuditAction.CONTAINER_REGISTERED,
                Optional.of(name),
                Map.of("image", container.image()));
        return container;
    }

    /// @throws ProblemException with 404 when none is registered under this name
    public void remove(HttpRequest<?> request, String name) {
        if (!ContainerImage.isName(name) || !store.remove(name)) {
            throw new ProblemException(
                    ProblemType.CONTAINER_NOT_FOUND, "No container is registered under this name.");
        }
        audit.append(request, AuditAction.CONTAINER_REMOVED, Optional.of(name), Map.of());
    }
}
