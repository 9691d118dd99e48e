package dev.makeline.deploy;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.deploy.Installation.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@NeedsNode
class ServicesTest {

    /// A rule of a security group: who is let in, to what.
    record Way(String from, String to, int port) {

        static Way of(String group, JsonNode rule) {
            return new Way(source(rule), name(group), rule.path("FromPort").asInt());
        }

        private static String source(JsonNode rule) {
            JsonNode group = rule.at("/SourceSecurityGroupId/Fn::GetAtt/0");
            return group.isMissingNode()
                    ? Stream.of("SourcePrefixListId", "CidrIp", "CidrIpv6")
                            .map(kind -> rule.path(kind).asText())
                            .collect(joining())
                    : name(group.asText());
        }

        /// Without what the CDK adds.
        private static String name(String id) {
            return id.replaceAll("[0-9A-F]{8}$", "");
        }
    }

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
    void onlyCloudFrontComesFromOutsideAndOnlyToTheLoadBalancer(Installation installation) {
        Stream<Way> byGroups =
                installation
                        .resources("AWS::EC2::SecurityGroup")
                        .flatMap(group ->
                                Installation.elements(group.at("/SecurityGroupIngress"))
                                        .map(rule -> Way.of(group.id(), rule)));
        Stream<Way> byThemselves =
                installation
                        .resources("AWS::EC2::SecurityGroupIngress")
                        .map(rule ->
                                Way.of(
                                        rule.at("/GroupId/Fn::GetAtt/0").asText(),
                                        rule.properties()));

        assertThat(Stream.concat(byGroups, byThemselves))
                .containsExactlyInAnyOrder(
                        new Way(Installation.SITE.cloudFrontPrefixes(), "Balancer", 443),
                        new Way("Workers", "Balancer", 443),
                        new Way("Jobs", "Balancer", 443),
                        new Way("Balancer", "Server", 8080));
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

    /// Fargate gives a mounted folder to root, but for one that the image says is a volume.
    @ParameterizedTest
    @MethodSource("dev.makeline.deploy.Installation#both")
    void whatIsMountedCanBeWrittenSinceItIsAVolumeOfTheImage(Installation installation)
            throws IOException {
        String dockerfile = Files.readString(Path.of("../../Dockerfile"));
        List<String> volumes =
                Pattern.compile("(?m)^VOLUME \\[(.*)]$")
                        .matcher(dockerfile)
                        .results()
                        .flatMap(line -> Stream.of(line.group(1).split(", ")))
                        .toList();

        assertThat(
                        installation
                                .resources("AWS::ECS::TaskDefinition")
                                .flatMap(task ->
                                        Installation.elements(
                                                task.at("/ContainerDefinitions/0/MountPoints")))
                                .map(mount -> mount.path("ContainerPath").toString()))
                .hasSize(5)
                .isSubsetOf(volumes);
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
