package dev.makeline.container;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.ContainerNetwork;
import dev.makeline.protocol.ResourceNames;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ComposeContainer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/// What `docker compose up` makes of docker-compose.yml, on free ports of this machine and under a
/// name of its own.
final class Stack implements AutoCloseable {

    static final String SENDER = "sender-service";

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
        assumeTrue(
                DockerClientFactory.instance().isDockerAvailable(),
                "Left out: no Docker engine answers on this machine");
        int serverPort = freePort();
        int s3Port = freePort();
        ComposeContainer compose =
                new ComposeContainer(
                                new File(
                                        System.getProperty("makeline.project", ".."),
                                        "docker-compose.yml"))
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
        compose.start();
        return new Stack(
                compose, serverPort, client(s3Port), DockerClientFactory.instance().client());
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
        try {
            docker.execStartCmd(id).exec(new ResultCallback.Adapter<>()).awaitCompletion();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    int restarts(String service) {
        return docker.inspectContainerCmd(containers(service).getFirst().getId())
                .exec()
                .getRestartCount();
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
                .httpClient(UrlConnectionHttpClient.create())
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
