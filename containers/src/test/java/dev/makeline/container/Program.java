package dev.makeline.container;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.WaitContainerResultCallback;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.MountType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.testcontainers.DockerClientFactory;

/// One image by itself, without a stack around it.
final class Program implements AutoCloseable {

    /// Of its containers, so that they are found when a test run was broken off.
    private static final Map<String, String> LABEL = Map.of("dev.makeline.test", "image");

    private static final int PATIENCE_SECONDS = 180;

    private final DockerClient docker = DockerClientFactory.instance().client();
    private final String id;

    private Program(
            String service, List<String> arguments, List<String> environment, HostConfig host) {
        this(service, command -> command.withCmd(arguments).withEnv(environment), host);
    }

    private Program(String service, UnaryOperator<CreateContainerCmd> command, HostConfig host) {
        id =
                command.apply(docker.createContainerCmd("makeline/" + service))
                        .withLabels(LABEL)
                        .withHostConfig(
                                host.withReadonlyRootfs(true)
                                        .withTmpFs(Map.of("/tmp", "mode=1777")))
                        .exec()
                        .getId();
    }

    /// With a command line of its own, in an environment that is empty.
    static Program running(List<String> commandLine, String service) {
        return new Program(
                service,
                command -> command.withEntrypoint(commandLine),
                HostConfig.newHostConfig());
    }

    static Program of(String service, String... environment) {
        return new Program(service, List.of(), List.of(environment), HostConfig.newHostConfig());
    }

    /// The stand-ins for AWS on a volume of their own, which holds one file already.
    static Program onVolumeWith(Path file) {
        String data = "/var/lib/makeline";
        Program aws =
                new Program(
                        "local-aws",
                        List.of("--data", data),
                        List.of(),
                        HostConfig.newHostConfig()
                                .withMounts(
                                        List.of(
                                                new Mount()
                                                        .withType(MountType.VOLUME)
                                                        .withTarget(data))));
        aws.docker
                .copyArchiveToContainerCmd(aws.id)
                .withHostResource(file.toString())
                .withRemotePath(data)
                .exec();
        return aws;
    }

    /// With the address and the ports of another.
    static Program beside(Program other, String service, String... environment) {
        return new Program(
                service,
                List.of(),
                List.of(environment),
                HostConfig.newHostConfig().withNetworkMode("container:" + other.id));
    }

    Program started() {
        docker.startContainerCmd(id).exec();
        return this;
    }

    /// Waits until it has ended by itself.
    int exitCode() {
        return docker.waitContainerCmd(id)
                .exec(new WaitContainerResultCallback())
                .awaitStatusCode(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /// Of both streams.
    String log() {
        return text(docker.logContainerCmd(id).withStdOut(true).withStdErr(true).exec(new Text()));
    }

    /// The check that the image has, with what it says.
    String health() {
        String exec =
                docker.execCreateCmd(id)
                        .withCmd("java", "@/opt/makeline/health")
                        .withAttachStdout(true)
                        .exec()
                        .getId();
        return text(docker.execStartCmd(exec).exec(new Text()));
    }

    private static String text(Text text) {
        try {
            text.awaitCompletion(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return text.said.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static final class Text extends ResultCallback.Adapter<Frame> {

        private final StringBuilder said = new StringBuilder();

        @Override
        public void onNext(Frame frame) {
            said.append(new String(frame.getPayload(), UTF_8));
        }
    }

    @Override
    public void close() {
        docker.removeContainerCmd(id).withForce(true).withRemoveVolumes(true).exec();
    }
}
