package dev.makeline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.deploy.Installation.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the calculations of cost and scale say that stands, held against the templates.
@NeedsNode
class StandingTest {

    private static final Path RESOURCES =
            Path.of("../../benchmarks/src/main/resources/dev/makeline/benchmark");

    private static final String SPOT = "FARGATE_SPOT";

    /// Of a cluster, and of each service and each family of tasks.
    private static final int INSIGHTS_OF_A_CLUSTER = 8;

    private static final int INSIGHTS_OF_EACH = 6;

    @ParameterizedTest
    @MethodSource("dev.makeline.deploy.Installation#both")
    void costIsCalculatedFromWhatTheTemplatesMake(Installation installation) throws IOException {
        Map<String, Double> told =
                lines("cost/standing.properties", "=", installation.environment.name() + ".");
        told.keySet().removeIf(name -> name.startsWith("assumed-"));

        assertThat(told).isEqualTo(standing(installation));
    }

    @Test
    void scaleIsCalculatedFromTheSettingsOfTheTemplates() throws IOException {
        Installation prod = Installation.prod();
        Map<String, Double> settings = new TreeMap<>();
        Map.of(
                        "watcher", "watcher-service",
                        "sender", "sender-service",
                        "server", "recipe-server")
                .forEach((name, service) -> {
                    Resource found = prod.resource("AWS::ECS::Service", "/ServiceName", service);
                    settings.put(name + ".vcpu", vcpus(prod, found));
                    settings.put(name + ".least", least(prod, found));
                    settings.put(name + ".tasks", most(prod, found));
                });
        settings.remove("watcher.least");
        settings.put("server.busy", target(prod, "ECSServiceAverageCPUUtilization") / 100);
        settings.put("sender.backlog", target(prod, "waiting / FILL(tasks, 1)"));
        settings.put("scaling.period", cooldown(prod));
        settings.put("messages.receives", receives(prod));

        Map<String, Double> told = lines("scale/service-limits.txt", "\\|", "setting.");

        assertThat(told).containsAllEntriesOf(settings);
        told.keySet().removeAll(settings.keySet());
        assertThat(told).containsOnlyKeys("sender.sessions");
    }

    private static Map<String, Double> standing(Installation installation) {
        Map<String, Double> all = new TreeMap<>();
        double addresses = installation.resources("AWS::EC2::EIP").count();
        double tasks = 0;
        for (Resource service : installation.resources("AWS::ECS::Service").toList()) {
            double count = least(installation, service);
            double spot = ofSpot(service, count);
            double vcpus = vcpus(installation, service);
            double gib = definition(installation, service).at("/Memory").asDouble() / 1024;
            all.merge("vcpus", (count - spot) * vcpus, Double::sum);
            all.merge("gib", (count - spot) * gib, Double::sum);
            all.merge("spot-vcpus", spot * vcpus, Double::sum);
            all.merge("spot-gib", spot * gib, Double::sum);
            all.put("tasks." + service.at("/ServiceName").asText(), count);
            tasks += count;
        }
        JsonNode network =
                installation
                        .resource("AWS::ECS::Service", "/ServiceName", "recipe-server")
                        .at("/NetworkConfiguration/AwsvpcConfiguration");
        boolean open = network.path("AssignPublicIp").asText().equals("ENABLED");
        all.put("addresses", addresses + (open ? tasks : 0));
        all.put("gateways", count(installation, "AWS::EC2::NatGateway"));
        all.put("balancers", count(installation, "AWS::ElasticLoadBalancingV2::LoadBalancer"));
        all.put("keys", count(installation, "AWS::KMS::Key"));
        all.put("secrets", secrets(installation));
        all.put("zones", count(installation, "AWS::Route53::HostedZone") + 1);
        all.put("web-acls", count(installation, "AWS::WAFv2::WebACL"));
        all.put(
                "rules",
                (double)
                        installation
                                .resources("AWS::WAFv2::WebACL")
                                .mapToInt(acl -> acl.at("/Rules").size())
                                .sum());
        all.put("queues", count(installation, "AWS::SQS::Queue") / 2);
        all.put("alarm-metrics", alarmMetrics(installation));
        all.put("insight-metrics", insightMetrics(installation));
        return all;
    }

    private static double ofSpot(Resource service, double count) {
        double base = 0;
        boolean spot = false;
        for (JsonNode provider : service.at("/CapacityProviderStrategy")) {
            base += provider.path("Base").asDouble();
            spot |= provider.path("CapacityProvider").asText().equals(SPOT);
        }
        return spot ? count - base : 0;
    }

    /// With the smoke test's token and the private half of the download key, which owners put
    /// there.
    private static double secrets(Installation installation) {
        return count(installation, "AWS::SecretsManager::Secret")
                + 1
                + (installation.environment.site().downloadKey().isPresent() ? 1 : 0);
    }

    /// Scaling that tracks a target makes an alarm for more and one for fewer.
    private static double alarmMetrics(Installation installation) {
        double alarms =
                installation
                        .resources("AWS::CloudWatch::Alarm")
                        .mapToInt(alarm -> metrics(alarm.at("/Metrics")))
                        .sum();
        return alarms
                + 2.0
                        * tracking(installation)
                                .mapToInt(policy ->
                                        metrics(
                                                policy.at(
                                                        "/TargetTrackingScalingPolicyConfiguration/CustomizedMetricSpecification/Metrics")))
                                .sum();
    }

    private static int metrics(JsonNode queries) {
        return queries.isEmpty()
                ? 1
                : (int)
                        Installation.elements(queries)
                                .filter(query -> query.has("MetricStat"))
                                .count();
    }

    private static double insightMetrics(Installation installation) {
        boolean enabled =
                installation
                        .resources("AWS::ECS::Cluster")
                        .anyMatch(cluster ->
                                cluster.at("/ClusterSettings").toString().contains("\"enabled\""));
        double each =
                count(installation, "AWS::ECS::Service")
                        + count(installation, "AWS::ECS::TaskDefinition");
        return enabled ? INSIGHTS_OF_A_CLUSTER + INSIGHTS_OF_EACH * each : 0;
    }

    /// How many a deployment leaves to scaling is not in the service, but in what scales it.
    private static double least(Installation installation, Resource service) {
        return scaling(installation, service)
                .map(target -> target.at("/MinCapacity"))
                .orElseGet(() -> service.at("/DesiredCount"))
                .asDouble();
    }

    private static double most(Installation installation, Resource service) {
        return scaling(installation, service)
                .map(target -> target.at("/MaxCapacity"))
                .orElseGet(() -> service.at("/DesiredCount"))
                .asDouble();
    }

    private static Optional<Resource> scaling(Installation installation, Resource service) {
        return installation
                .resources("AWS::ApplicationAutoScaling::ScalableTarget")
                .filter(target -> target.at("/ResourceId").toString().contains(service.id()))
                .findFirst();
    }

    private static Stream<Resource> tracking(Installation installation) {
        return installation
                .resources("AWS::ApplicationAutoScaling::ScalingPolicy")
                .filter(policy ->
                        policy.at("/PolicyType").asText().equals("TargetTrackingScaling"));
    }

    private static double target(Installation installation, String by) {
        return tracking(installation)
                .filter(policy -> policy.properties().toString().contains(by))
                .mapToDouble(policy ->
                        policy.at("/TargetTrackingScalingPolicyConfiguration/TargetValue")
                                .asDouble())
                .findFirst()
                .orElseThrow();
    }

    private static double cooldown(Installation installation) {
        return tracking(installation)
                .mapToDouble(policy ->
                        policy.at("/TargetTrackingScalingPolicyConfiguration/ScaleOutCooldown")
                                .asDouble())
                .distinct()
                .reduce((one, other) -> Double.NaN)
                .orElseThrow();
    }

    private static double receives(Installation installation) {
        return installation
                .resource("AWS::SQS::Queue", "/QueueName", "makeline-upload-jobs")
                .at("/RedrivePolicy/maxReceiveCount")
                .asDouble();
    }

    private static double vcpus(Installation installation, Resource service) {
        return definition(installation, service).at("/Cpu").asDouble() / 1024;
    }

    private static Resource definition(Installation installation, Resource service) {
        String id = service.at("/TaskDefinition/Ref").asText();
        return installation
                .resources("AWS::ECS::TaskDefinition")
                .filter(task -> task.stack().equals(service.stack()) && task.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static double count(Installation installation, String type) {
        return installation.resources(type).count();
    }

    /// Name and number of each line that begins so.
    private static Map<String, Double> lines(String file, String divider, String prefix)
            throws IOException {
        Map<String, Double> found = new TreeMap<>();
        for (String line : Files.readAllLines(RESOURCES.resolve(file))) {
            if (line.startsWith(prefix)) {
                String[] parts = line.substring(prefix.length()).split(divider, 3);
                found.put(parts[0].strip(), Double.valueOf(parts[1].strip()));
            }
        }
        return found;
    }
}
