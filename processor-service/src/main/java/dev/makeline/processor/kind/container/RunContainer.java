package dev.makeline.processor.kind.container;

import dev.makeline.processor.kind.Assignment;
import dev.makeline.processor.kind.Content;
import dev.makeline.processor.kind.JobInput;
import dev.makeline.processor.kind.JobKind;
import dev.makeline.processor.kind.JobResult;
import dev.makeline.processor.kind.Output;
import dev.makeline.processor.kind.OutputName;
import dev.makeline.processor.kind.Progress;
import dev.makeline.protocol.job.ContainerImage;
import dev.makeline.protocol.job.ContainerStore;
import dev.makeline.protocol.job.Job;
import dev.makeline.protocol.job.JobKinds;
import dev.makeline.protocol.job.JobStore;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Runs a registered container image on a file. The container reads the file and puts its output by
/// links; this task looks after it, writes what it says into the job's log, and takes the output
/// from where it was put, so that the file which comes of it is out of the container's reach.
public final class RunContainer implements JobKind {

    private static final int STARTED = 10;
    private static final int ENDED = 80;
    private static final String OUTPUT_TYPE = "application/octet-stream";

    /// Of `sysexits.h`: it may go well the next time.
    private static final int TEMPORARY = 75;

    private static final int KILLED = 137;

    private final ContainerStore containers;
    private final JobStore jobs;
    private final Optional<ContainerEngine> engine;
    private final Supplier<Optional<HandedOver>> handedOver;
    private final long largestOutput;

    /// @param engine empty where there is none
    /// @param handedOver empty for tasks that got no links for a container
    /// @param largestOutput bytes
    public RunContainer(
            ContainerStore containers,
            JobStore jobs,
            Optional<ContainerEngine> engine,
            Supplier<Optional<HandedOver>> handedOver,
            long largestOutput) {
        this.containers = containers;
        this.jobs = jobs;
        this.engine = engine;
        this.handedOver = handedOver;
        this.largestOutput = largestOutput;
    }

    @Override
    public String name() {
        return JobKinds.CONTAINER;
    }

    @Override
    public JobResult run(Assignment assignment, Progress progress)
            throws IOException, InterruptedException {
        if (engine.isEmpty()) {
            return new JobResult.Impossible(
                    "This machine has no container engine configured; whoever runs it names one in makeline.processor.container.engine.");
        }
        Optional<ContainerImage> container =
                Optional.of(assignment.parameters().path(JobKinds.CONTAINER_NAME).asText())
                        .filter(ContainerImage::isName)
                        .flatMap(containers::find);
        if (container.isEmpty()) {
            return new JobResult.Impossible(
                    "No container is registered any more under the name that the job gives.");
        }
        try (InputStream _ = assignment.file().content().open()) {
            // It is there, and it is the content that the container's link leads to.
            progress.say("Runs %s.".formatted(container.get().image()));
        }
        HandedOver links =
                handedOver
                        .get()
                        .orElseThrow(() ->
                                new IllegalStateException("The task got no links for a container"));
        links.expectObject();
        Job job = jobs.find(assignment.job()).orElseThrow();
        progress.at(STARTED);
        ContainerEnd end =
                engine.get()
                        .run(
                                order(job, container.get(), links),
                                line -> progress.say(links.withoutLinks(line)));
        progress.at(ENDED);
        return switch (end) {
            case ContainerEnd.NoImage _ ->
                    new JobResult.Impossible(
                            "The container image %s does not exist, or may not be read."
                                    .formatted(container.get().image()));
            case ContainerEnd.EngineFailed(String reason) -> {
                progress.say(reason);
                yield new JobResult.NotNow(
                        "The container engine could not fetch or start %s; the job's log has what it said."
                                .formatted(container.get().image()));
            }
            case ContainerEnd.Exited(int code) when code == 0 ->
                    taken(assignment, container.get(), links);
            case ContainerEnd.Exited(int code) -> failed(code);
        };
    }

    private static ContainerOrder order(Job job, ContainerImage container, HandedOver links) {
        return new ContainerOrder(
                ContainerOrder.name(job.id(), job.state().attempt()),
                container.image(),
                container.command(),
                job.order().resources(),
                links.environment());
    }

    private static JobResult failed(int code) {
        return switch (code) {
            case TEMPORARY ->
                    new JobResult.NotNow(
                            "The container ended with exit code 75: it may go well the next time.");
            case KILLED ->
                    new JobResult.Impossible(
                            "The container was killed (exit code 137), as one that needs more memory than its resource class has.");
            default ->
                    new JobResult.Impossible(
                            "The container ended with exit code %d; the job's log has what it said, or where that is."
                                    .formatted(code));
        };
    }

    private JobResult taken(Assignment assignment, ContainerImage container, HandedOver links)
            throws IOException, InterruptedException {
        return switch (links.take(assignment.folder().resolve("output"), largestOutput)) {
            case HandedOver.Output.Nothing _ ->
                    new JobResult.Impossible(
                            "The container ended well, but put nothing to MAKELINE_OUTPUT_URL with the Content-Type that MAKELINE_OUTPUT_TYPE gives.");
            case HandedOver.Output.TooLarge _ ->
                    new JobResult.Impossible(
                            "The container's output has more than %d bytes, the most that is taken."
                                    .formatted(largestOutput));
            case HandedOver.Output.There(var file) ->
                    new JobResult.Made(
                            List.of(
                                    new Output(
                                            outputName(assignment.file(), container),
                                            OUTPUT_TYPE,
                                            Content.of(file))),
                            "The container %s made an output.".formatted(container.name()));
        };
    }

    private static String outputName(JobInput input, ContainerImage container) {
        String suffix = "-" + container.name();
        return container
                .extension()
                .map(extension -> OutputName.of(input.name(), suffix, "." + extension))
                .orElseGet(() -> OutputName.suffixed(input.name(), suffix));
    }
}
