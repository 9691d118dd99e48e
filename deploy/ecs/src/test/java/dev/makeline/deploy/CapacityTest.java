package dev.makeline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.deploy.Installation.Resource;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What services run on, how many of them, and in what order they are replaced.
@NeedsNode
class CapacityTest {

    @ParameterizedTest
    @CsvSource({"recipe-server", "sender-service"})
    void aServiceThatScalesKeepsTheTasksThatItHasAtADeployment(String name) {
        assertThat(service(Installation.prod(), name).at("/DesiredCount").isMissingNode()).isTrue();
        assertThat(
                        Installation.prod()
                                .resources("AWS::ApplicationAutoScaling::ScalableTarget")
                                .filter(target ->
                                        target.at("/ResourceId")
                                                .toString()
                                                .contains(name.replace("-", "")))
                                .map(target -> target.at("/MinCapacity").asInt()))
                .containsExactly(2);
    }

    @ParameterizedTest
    @CsvSource({"watcher-service", "processor-service"})
    void aServiceThatDoesNotScaleHasItsNumberOfTasks(String name) {
        assertThat(service(Installation.prod(), name).at("/DesiredCount").asInt()).isEqualTo(2);
    }

    /// A provider of weight 0 takes no task beyond its base.
    @ParameterizedTest
    @MethodSource("dev.makeline.deploy.Installation#both")
    void everyProviderOfAServiceTakesTasks(Installation installation) {
        assertThat(installation.resources("AWS::ECS::Service"))
                .hasSize(4)
                .allSatisfy(service ->
                        assertThat(Installation.elements(service.at("/CapacityProviderStrategy")))
                                .isNotEmpty()
                                .allSatisfy(provider ->
                                        assertThat(provider.path("Weight").asInt()).isPositive()));
    }

    @ParameterizedTest
    @CsvSource({"watcher-service", "sender-service", "processor-service"})
    void allButOneOfTheLeastTasksOfAWorkerStayWhateverIsTakenBack(String name) {
        JsonNode providers = service(Installation.prod(), name).at("/CapacityProviderStrategy");

        assertThat(Installation.elements(providers).map(JsonNode::toString))
                .containsExactlyInAnyOrder(
                        "{\"Base\":1,\"CapacityProvider\":\"FARGATE\",\"Weight\":1}",
                        "{\"Base\":0,\"CapacityProvider\":\"FARGATE_SPOT\",\"Weight\":4}");
    }

    @Test
    void peopleWaitForNoMachineThatIsTakenBack() {
        assertThat(
                        service(Installation.prod(), "recipe-server")
                                .at("/CapacityProviderStrategy")
                                .toString())
                .doesNotContain("SPOT");
    }

    @ParameterizedTest
    @MethodSource("dev.makeline.deploy.Installation#both")
    void noServiceIsMadeBeforeTheClusterMayUseFargate(Installation installation) {
        Resource capacity =
                installation
                        .resources("AWS::ECS::ClusterCapacityProviderAssociations")
                        .findFirst()
                        .orElseThrow();

        assertThat(capacity.at("/CapacityProviders").toString())
                .isEqualTo("[\"FARGATE\",\"FARGATE_SPOT\"]");
        assertThat(
                        installation
                                .resources("AWS::ECS::Service")
                                .filter(service -> service.stack().equals(capacity.stack())))
                .hasSize(3)
                .allSatisfy(service -> assertThat(dependsOn(service)).contains(capacity.id()));
    }

    /// Whoever reads a message is of the new version before whoever writes it.
    @ParameterizedTest
    @MethodSource("dev.makeline.deploy.Installation#both")
    void theServerIsReplacedFirstAndTheWatcherLast(Installation installation) {
        Resource server = service(installation, "recipe-server");
        Resource sender = service(installation, "sender-service");
        Resource watcher = service(installation, "watcher-service");

        assertThat(dependsOn(sender)).contains(server.id());
        assertThat(dependsOn(watcher)).contains(sender.id());
    }

    @ParameterizedTest
    @MethodSource("dev.makeline.deploy.Installation#both")
    void tasksRunOnTheProcessorThatImagesAreBuiltFor(Installation installation) {
        assertThat(
                        installation
                                .resources("AWS::ECS::TaskDefinition")
                                .map(task -> task.at("/RuntimePlatform/CpuArchitecture").asText()))
                .hasSize(5)
                .containsOnly("X86_64");
        assertThat(Path.of("../push-images")).content().contains("linux/amd64");
        assertThat(Path.of("../../.github/workflows/main.yml"))
                .content()
                .contains("--platform linux/amd64");
    }

    private static List<String> dependsOn(Resource resource) {
        return Installation.elements(resource.json().path("DependsOn"))
                .map(JsonNode::asText)
                .toList();
    }

    private static Resource service(Installation installation, String name) {
        return installation.resource("AWS::ECS::Service", "/ServiceName", name);
    }
}
