package dev.makeline.deploy;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.deploy.Installation.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@NeedsNode
class ServicesTest {

    @ParameterizedTest
    @MethodSource("dev.makeline.deploy.Installation#both")
    void aDeploymentThatDoesNotComeUpIsTakenBack(Installation installation) {
        assertThat(installation.resources("AWS::ECS::Service"))
                .hasSize(4)
                .allSatisfy(service -> {
                    JsonNode breaker =
                            service.at("/DeploymentConfiguration/DeploymentCircuitBreaker");
                    assertThat(breaker.path("Enable").asBoolean()).isTrue();
                    assertThat(breaker.path("Rollback").asBoolean()).isTrue();
                    assertThat(service.at("/DeploymentConfiguration/MinimumHealthyPercent").asInt())
                            .isEqualTo(100);
                });
    }

    @ParameterizedTest
    @MethodSource("dev.makeline.deploy.Installation#both")
    void programsCannotWriteTheirImageAndHaveNoCapabilities(Installation installation) {
        assertThat(
                        installation
                                .resources("AWS::ECS::TaskDefinition")
                                .map(task -> task.at("/ContainerDefinitions/0")))
                .hasSize(5)
                .allSatisfy(container -> {
                    assertThat(container.path("ReadonlyRootFilesystem").asBoolean()).isTrue();
                    assertThat(container.at("/LinuxParameters/Capabilities/Drop/0").asText())
                            .isEqualTo("ALL");
                    assertThat(container.at("/LogConfiguration/LogDriver").asText())
                            .isEqualTo("awslogs");
                });
    }

    @ParameterizedTest
    @MethodSource("dev.makeline.deploy.Installation#both")
    void secretsStandInNoEnvironment(Installation installation) {
        assertThat(
                        installation
                                .resources("AWS::ECS::TaskDefinition")
                                .flatMap(task ->
                                        Installation.elements(
                                                task.at("/ContainerDefinitions/0/Environment")))
                                .map(variable -> variable.path("Name").asText()))
                .noneMatch(name -> name.matches(".*(TOKEN|PASSWORD|SECRET|PRIVATE_KEY)"));
    }

    @ParameterizedTest
    @MethodSource("dev.makeline.deploy.Installation#both")
    void recipeServerStandsBehindHttpsAndAFirewallWithLogs(Installation installation) {
        Resource balancer = one(installation, "AWS::ElasticLoadBalancingV2::LoadBalancer");
        Resource listener = one(installation, "AWS::ElasticLoadBalancingV2::Listener");

        assertThat(balancer.at("/Scheme").asText()).isEqualTo("internal");
        assertThat(balancer.at("/LoadBalancerAttributes").toString())
                .contains("{\"Key\":\"access_logs.s3.enabled\",\"Value\":\"true\"}")
                .contains(
                        "{\"Key\":\"routing.http.drop_invalid_header_fields.enabled\",\"Value\":\"true\"}");
        assertThat(listener.at("/Protocol").asText()).isEqualTo("HTTPS");
        assertThat(listener.at("/SslPolicy").asText()).startsWith("ELBSecurityPolicy-TLS13");
        assertThat(listener.at("/Certificates")).hasSize(1);
        assertThat(
                        one(installation, "AWS::WAFv2::WebACLAssociation")
                                .at("/ResourceArn/Ref")
                                .asText())
                .isEqualTo(balancer.id());
    }

    @ParameterizedTest
    @MethodSource("dev.makeline.deploy.Installation#both")
    void nothingIsReachedFromOutsideTheNetwork(Installation installation) {
        assertThat(
                        installation
                                .resources("AWS::EC2::SecurityGroup")
                                .flatMap(group ->
                                        Installation.elements(group.at("/SecurityGroupIngress")))
                                .map(rule -> rule.path("CidrIp").asText()))
                .containsExactly("10.20.0.0/16");
        assertThat(
                        installation
                                .resources("AWS::EC2::SecurityGroupIngress")
                                .map(rule -> rule.at("/CidrIp").asText()))
                .containsOnly("");
    }

    @Test
    void theServerIsScaledByLoadAndTheSenderByWhatWaits() {
        List<Resource> policies =
                Installation.prod()
                        .resources("AWS::ApplicationAutoScaling::ScalingPolicy")
                        .toList();

        assertThat(policies.stream().map(policy -> policy.properties().toString()))
                .anyMatch(policy -> policy.contains("ECSServiceAverageCPUUtilization"))
                .anyMatch(policy -> policy.contains("ALBRequestCountPerTarget"))
                .anyMatch(policy ->
                        policy.contains("waiting / FILL(tasks, 1)")
                                && policy.contains("ApproximateNumberOfMessagesVisible"))
                .anyMatch(policy -> policy.contains("StepScaling"));
    }

    @Test
    void peopleWaitForNoMachineThatIsTakenBack() {
        Resource server =
                Installation.prod().resource("AWS::ECS::Service", "/ServiceName", "recipe-server");

        assertThat(server.at("/CapacityProviderStrategy").toString()).doesNotContain("SPOT");
    }

    /// Every proxy before recipe-server appends one address, and no client can bring one along.
    @ParameterizedTest
    @MethodSource("dev.makeline.deploy.Installation#both")
    void asManyProxiesAreTrustedAsThereAre(Installation installation) {
        assertThat(installation.resources("AWS::CloudFront::VpcOrigin")).hasSize(1);
        assertThat(installation.resources("AWS::ElasticLoadBalancingV2::LoadBalancer")).hasSize(1);
        assertThat(
                        installation
                                .resources("AWS::ECS::TaskDefinition")
                                .map(Container::of)
                                .filter(program -> program.service().equals("recipe-server"))
                                .map(program ->
                                        program.environment()
                                                .get("MAKELINE_ACCESS_TRUSTED_PROXIES")))
                .containsExactly("2");
    }

    @Test
    void aContainerIsHealthyWhenTheCheckOfItsImageSaysThatItIsReady() throws IOException {
        String dockerfile = Files.readString(Path.of("../../Dockerfile"));
        List<String> check =
                Installation.elements(
                                Installation.dev()
                                        .resource(
                                                "AWS::ECS::TaskDefinition",
                                                "/Family",
                                                "makeline-recipe-server")
                                        .at("/ContainerDefinitions/0/HealthCheck/Command"))
                        .map(JsonNode::asText)
                        .toList();

        assertThat(check.getFirst()).isEqualTo("CMD");
        assertThat(dockerfile)
                .contains(check.stream().skip(1).collect(joining("\", \"", "CMD [\"", "\"]\n")));
    }

    private static Resource one(Installation installation, String type) {
        List<Resource> all = installation.resources(type).toList();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }
}
