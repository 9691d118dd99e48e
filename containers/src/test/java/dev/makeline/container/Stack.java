package dev.makeline.container;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.ContainerNetwork;
import com.github.dockerjava.api.model.Frame;
import dev.makeline.protocol.ResourceNames;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ComposeContainer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/// What `docker compose up` makes of docker-compose.yml, on free ports of this machine and under a
/// name of its own.
final class Stack implements AutoCloseable {

    static final String SENDER = "sender-service";

    /// As docker-compose.yml has it.
    private static final int GRACE_SECONDS = 30;

    private static final long SIGKILL = 137;

    /// Of a put, with pauses between; each stands for the same object.
    private static final int ATTEMPTS = 8;

    /// What the names of such stacks begin with.
    private static final String NAME = "makeline-test";

    private static final String SERVICE_LABEL = "com.docker.compose.service";
    private static final String PROJECT_LABEL = "com.docker.compose.project";

    private final ComposeContainer compose;
    private final int serverPort;
    private final S3Client s3;
    private final DockerClient docker;

    private Stack(ComposeContainer compose, int serverPort, S3Client s3, DockerClient docker) {
        this.compose = compose;
        this.serverPort = serverPort;
        this.s3 = s3;
        this.docker = docker;
    }

    /// Leaves the test out, and says why, where there is no engine.
    static Stack up(int senders) {
        Engine.isThere();
        int serverPort = freePort();
        int s3Port = freePort();
        ComposeContainer compose =
                new ComposeContainer(NAME, project("docker-compose.yml"))
                        .withPull(false)
                        .withBuild(false)
                        // Named, or only what is scaled would be started with what it needs.
                        .withServices(
                                "local-aws",
                                "recipe-server",
                                "watcher-service",
                                SENDER,
                                "processor-service")
                        .withScaledService(SENDER, senders)
                        .withEnv(
                                Map.of(
                                        "MAKELINE_PORT", Integer.toString(serverPort),
                                        "MAKELINE_S3_PORT", Integer.toString(s3Port),
                                        "MAKELINE_SQS_PORT", Integer.toString(freePort()),
                                        "MAKELINE_DYNAMODB_PORT", Integer.toString(freePort()),
                                        "MAKELINE_FILES_BROWSER_ENDPOINT",
                                                "http://127.0.0.1:" + s3Port));
        DockerClient docker = DockerClientFactory.instance().client();
        try {
            compose.start();
        } catch (RuntimeException e) {
            String trouble = "The stack does not come up: " + states(docker);
            compose.stop();
            throw new IllegalStateException(trouble, e);
        }
        return new Stack(compose, serverPort, client(s3Port), docker);
    }

    /// A file of the project.
    static File project(String path) {
        return new File(System.getProperty("makeline.project", ".."), path);
    }

    private static List<String> states(DockerClient docker) {
        return docker.listContainersCmd().withShowAll(true).exec().stream()
                .filter(container -> container.getLabels().containsKey(PROJECT_LABEL))
                .map(container -> docker.inspectContainerCmd(container.getId()).exec())
                .map(container -> container.getName() + " " + container.getState())
                .toList();
    }

    URI server() {
        return URI.create("http://127.0.0.1:" + serverPort);
    }

    void put(String key, String content) {
        s3.putObject(
                put -> put.bucket(ResourceNames.INTAKE_BUCKET).key(key),
                RequestBody.fromString(content));
    }

    /// The containers of one service of this stack, whatever else runs on the machine.
    List<Container> containers(String service) {
        String project =
                docker
                        .listContainersCmd()
                        .withLabelFilter(Map.of(SERVICE_LABEL, "recipe-server"))
                        .exec()
                        .stream()
                        .filter(this::isOfThisStack)
                        .map(container -> container.getLabels().get(PROJECT_LABEL))
                        .findFirst()
                        .orElseThrow();
        return docker.listContainersCmd()
                .withLabelFilter(Map.of(SERVICE_LABEL, service, PROJECT_LABEL, project))
                .exec();
    }

    private boolean isOfThisStack(Container container) {
        return List.of(container.getPorts()).stream()
                .anyMatch(port -> Integer.valueOf(serverPort).equals(port.getPublicPort()));
    }

    /// Management addresses, which only this machine reaches.
    List<URI> management(String service, int port) {
        return containers(service).stream()
                .flatMap(container -> Stream.ofNullable(container.getNetworkSettings()))
                .flatMap(settings -> settings.getNetworks().values().stream())
                .map(ContainerNetwork::getIpAddress)
                .map(address -> URI.create("http://%s:%d".formatted(address, port)))
                .toList();
    }

    /// The process dies at once, as if the kernel had run out of memory.
    void kill(String service) {
        Container container = containers(service).getFirst();
        String id =
                docker.execCreateCmd(container.getId())
                        .withCmd("sh", "-c", "kill -9 -1")
                        .exec()
                        .getId();
        awaitEnd(docker.execStartCmd(id).exec(new ResultCallback.Adapter<>()));
        // Of the shell: alive, gone with everything else, or not known, since the container ended.
        assertThat(Optional.ofNullable(docker.inspectExecCmd(id).exec().getExitCodeLong()))
                .isIn(Optional.of(0L), Optional.of(SIGKILL), Optional.empty());
    }

    private static void awaitEnd(ResultCallback.Adapter<Frame> answer) {
        try {
            answer.awaitCompletion();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// What one container has said until now, whether it runs or not.
    String log(String id) {
        StringBuilder said = new StringBuilder();
        awaitEnd(
                docker.logContainerCmd(id)
                        .withStdOut(true)
                        .withStdErr(true)
                        .exec(
                                new ResultCallback.Adapter<>() {
                                    @Override
                                    public void onNext(Frame frame) {
                                        said.append(new String(frame.getPayload(), UTF_8));
                                    }
                                }));
        return said.toString();
    }

    /// How often the engine has started it anew.
    int restarts(String service) {
        return inspect(containers(service).getFirst().getId()).getRestartCount();
    }

    /// As `docker stop`, which kills what has not ended when its time is over.
    ///
    /// @return the ids of what ran, and the codes with which it ended
    Map<String, Long> stop(String service) {
        return containers(service).stream()
                .map(Container::getId)
                .collect(Collectors.toMap(id -> id, this::stopOne));
    }

    private long stopOne(String id) {
        try {
            docker.stopContainerCmd(id).withTimeout(GRACE_SECONDS).exec();
        } catch (NotModifiedException e) {
            throw new IllegalStateException(id + " had ended before it was to stop", e);
        }
        return Objects.requireNonNull(inspect(id).getState().getExitCodeLong());
    }

    void start(Collection<String> ids) {
        ids.forEach(id -> docker.startContainerCmd(id).exec());
    }

    private InspectContainerResponse inspect(String id) {
        return docker.inspectContainerCmd(id).exec();
    }

    private static S3Client client(int port) {
        return S3Client.builder()
                .endpointOverride(URI.create("http://127.0.0.1:" + port))
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create("test", "test")))
                // A client that waits to be told to go on gives up where the store is slow to say
                // so, and a connection that was kept may lead to a container that died.
                .httpClient(
                        ApacheHttpClient.builder()
                                .expectContinueEnabled(false)
                                .connectionMaxIdleTime(Duration.ofSeconds(1))
                                .build())
                .overrideConfiguration(
                        client -> client.retryStrategy(strategy -> strategy.maxAttempts(ATTEMPTS)))
                .build();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// With the volume.
    @Override
    public void close() {
        s3.close();
        compose.stop();
    }
}
